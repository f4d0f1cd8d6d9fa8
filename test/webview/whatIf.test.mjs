// Tests changes that are tried: the requests to the extension, and its shown answers.
import assert from 'node:assert/strict';
import { TEST_MS, focusOn, hasFocus, untilEqual, untilMatches } from '../runner/until.mjs';
import { SCENARIOS, message, outcome, picture } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('what-if', function () {
  this.timeout(TEST_MS);
  let host;
  let panel;
  let users;
  let exact;

  before(async () => {
    host = await startPanelHost();
  });
  beforeEach(async () => {
    panel = await host.open({ ownClock: true });
    users = panel.page.getByRole('slider', { name: 'Users' });
    exact = panel.page.locator('.field').first().locator('vscode-text-field');
    await panel.send(message(picture()));
  });
  afterEach(function () {
    return panel.end(this.currentTest);
  });
  after(() => host?.close());

  const drag = async (...positions) => {
    await users.evaluate((slider, all) => {
      for (const position of all) {
        slider.value = String(position);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, positions);
    await panel.settled();
  };
  const tried = () => panel.posted('tryChanges');
  const answer = ({ request }, over) =>
    panel.send({ type: 'whatIf', request, outcome: outcome(over) });
  const answerLast = async (over) => answer((await panel.untilPosted('tryChanges')).at(-1), over);
  const type = async (value) => {
    await exact.click();
    await panel.page.keyboard.press('Control+A');
    await panel.page.keyboard.type(value);
    await panel.page.keyboard.press('Enter');
    await panel.settled();
  };
  const button = (label) => panel.page.locator('vscode-button', { hasText: label });
  const press = async (label) => {
    await button(label).click();
    await panel.settled();
  };
  const isDisabled = (label) => button(label).evaluate((each) => each.ariaDisabled === 'true');
  const untilDisabled = (label, expected) =>
    untilEqual(`whether ${label} is disabled`, () => isDisabled(label), expected);
  const isTried = () =>
    panel.page.locator('.outcome').evaluate((each) => each.classList.contains('tried'));
  const untilTried = (expected) => untilEqual('whether an outcome is shown', isTried, expected);
  const untilWords = (selector, pattern) =>
    untilMatches(selector, () => panel.page.locator(selector).first().innerText(), pattern);
  const untilUsers = (words) =>
    untilEqual('the users', () => users.getAttribute('aria-valuetext'), words);

  it('starts from the plan: nothing tried, nothing to apply', async () => {
    await untilDisabled('Apply to plan', true);
    await untilDisabled('Reset', true);
    await untilTried(false);
    await untilUsers('1,000 users');
  });

  it('asks one question at a time while dragging, and the last position wins', async () => {
    await drag(510, 520, 530, 540, 550);
    await panel.untilPosted('tryChanges');
    await drag(600, 650, 700);
    assert.equal((await tried()).length, 1, 'the first has no answer yet');
    await answerLast();
    const [, second, ...others] = await panel.untilPosted('tryChanges', 2);
    assert.deepEqual(others, []);
    const [{ path, value }] = second.changes;
    assert.equal(path, '/workload/users');
    await untilUsers(`${value.toLocaleString('en')} users`);
  });

  it('shows the outcome beside the plan, marked as not in the file', async () => {
    await type('2,000');
    const [{ changes }] = await panel.untilPosted('tryChanges');
    assert.deepEqual(changes, [{ path: '/workload/users', value: 2000 }]);
    await answerLast();
    for (const part of ['Not in the file', 'users 1,000 → 2,000', '125', '250']) {
      await untilWords('.outcome', new RegExp(part));
    }
    await untilWords('.lead .tried', /^Tried, not in the file: users 1,000 → 2,000$/);
    await untilWords('.field', /plan: 1,000/);
  });

  it('goes back to the plan with Reset, and takes no late answer', async () => {
    await type('2000');
    await press('Reset');
    await answerLast();
    await untilTried(false);
    await untilUsers('1,000 users');
    await untilDisabled('Apply to plan', true);
  });

  it('applies exactly what was changed, and starts again from the plan', async () => {
    await type('2000');
    await answerLast();
    await press('Apply to plan');
    const [{ request, changes }] = await panel.untilPosted('applyChanges');
    assert.deepEqual(changes, [{ path: '/workload/users', value: 2000 }]);
    await untilDisabled('Apply to plan', true);
    await panel.send({ type: 'applied', request, problem: undefined });
    await untilTried(false);
    const [first, ...rest] = picture().whatIf;
    const applied = picture(SCENARIOS, { whatIf: [{ ...first, value: 2000 }, ...rest] });
    await panel.send(message(applied, { version: 2 }));
    await untilUsers('2,000 users');
    await untilDisabled('Apply to plan', true);
  });

  it('keeps the changes where they could not be written, and says why', async () => {
    await type('2000');
    await press('Apply to plan');
    const [{ request }] = await panel.untilPosted('applyChanges');
    await panel.send({ type: 'applied', request, problem: 'The file is read-only.' });
    await panel.page.getByText('The file is read-only.').waitFor();
    await untilDisabled('Apply to plan', false);
  });

  it('says why a change cannot be tried', async () => {
    await type('2000');
    await answerLast({ rows: [], charts: [], answers: [], problem: 'No node count is enough.' });
    await panel.page.getByText('No node count is enough.').waitFor();
    await untilDisabled('Apply to plan', true);
  });

  it('tries the changes again on a plan that was edited, and forgets what it has by now', async () => {
    await type('2000');
    await answerLast();
    await panel.send(message(picture(), { version: 2 }));
    await panel.untilPosted('tryChanges', 2);
    const [first, ...rest] = picture().whatIf;
    const same = picture(SCENARIOS, { whatIf: [{ ...first, value: 2000 }, ...rest] });
    await answerLast();
    await panel.send(message(same, { version: 3 }));
    await untilTried(false);
  });

  it('marks what is no number, and tries nothing', async () => {
    const input = exact.locator('input');
    for (const wrong of ['many', '1,5', '-3', '']) {
      await type(wrong || ' ');
      await untilEqual(`“${wrong}” to be marked`, () => input.getAttribute('aria-invalid'), 'true');
    }
    assert.deepEqual(await tried(), []);
  });

  it('says what is wrong with a text and what is accepted, and applies nothing meanwhile', async () => {
    await type('2000');
    await answerLast();
    const says = [
      ['abc', '“abc” is no number. Write a number of users, such as 1,500.'],
      ['1,5', '“1,5” could be two numbers. Write a number of users, such as 1,500.'],
      ['-3', 'It cannot be below 0. Write a number of users, such as 1,500.'],
    ];
    for (const [wrong, words] of says) {
      await type(wrong);
      await untilEqual('the words', () => panel.page.locator('.wrong:visible').innerText(), words);
      await untilEqual('the words of the field', () => exact.evaluate(descriptionOf), words);
      await untilDisabled('Apply to plan', true);
      await untilDisabled('Reset', false);
    }
    await press('Apply to plan');
    assert.deepEqual(await panel.posted('applyChanges'), []);
    await type('3,000 users');
    await untilEqual('no words', () => panel.page.locator('.wrong:visible').count(), 0);
    await untilEqual(
      'no words of the field',
      () => exact.locator('input').getAttribute('aria-describedby'),
      null,
    );
    await answerLast();
    await untilDisabled('Apply to plan', false);
  });

  /** Runs in the page: returns the words that describe a field's input. */
  const descriptionOf = ({ shadowRoot }) => {
    const id = shadowRoot.querySelector('input').getAttribute('aria-describedby');
    return shadowRoot.getElementById(id)?.textContent;
  };

  it('takes the answer to the latest question however late it comes', async () => {
    await type('2000');
    const [first] = await panel.untilPosted('tryChanges');
    await panel.page.clock.fastForward(3200);
    await answer(first);
    await untilTried(true);
  });

  it('asks again after a while, and then takes no answer to the question before', async () => {
    await type('2000');
    const [first] = await panel.untilPosted('tryChanges');
    await type('3000');
    assert.equal((await tried()).length, 1);
    await panel.page.clock.fastForward(3200);
    await panel.settled();
    const [, second] = await panel.untilPosted('tryChanges', 2);
    assert.deepEqual(second.changes, [{ path: '/workload/users', value: 3000 }]);
    await answer(first);
    await untilTried(false);
    await answer(second);
    await untilTried(true);
  });

  it('keeps the focus after Apply, and says that it is done and can be undone', async () => {
    await type('2000');
    await answerLast();
    const apply = button('Apply to plan');
    await focusOn(apply);
    await panel.page.keyboard.press('Enter');
    const [{ request }] = await panel.untilPosted('applyChanges');
    await panel.send({ type: 'applied', request, problem: undefined });
    assert.equal(await hasFocus(apply), true);
    const said = panel.page.getByText('Applied; undo takes it back.');
    assert.equal(await said.getAttribute('role'), 'status');
    await panel.page.keyboard.press('Enter');
    await panel.settled();
    assert.equal((await panel.posted('applyChanges')).length, 1, 'there is nothing to apply');
    await drag(700);
    await panel.page.getByText('Nothing is written').waitFor();
    const reset = button('Reset');
    await focusOn(reset);
    await panel.page.keyboard.press('Enter');
    await panel.settled();
    await untilDisabled('Reset', true);
    assert.equal(await hasFocus(reset), true);
  });

  it('tells those who listen what it would do, once the hand rests', async () => {
    const spoken = panel.page.locator('.controls [role=status].sr-only');
    await drag(600);
    await answerLast();
    assert.equal(await spoken.innerText(), '');
    await panel.page.clock.runFor(1000);
    await untilEqual(
      'the words',
      () => spoken.innerText(),
      'Not in the file: A 500 → 1000 nodes · $750/h → $1500/h · 1 s · relaxed ✓? meets, unverified → ✗? likely misses',
    );
  });

  it('writes names in a problem as names', async () => {
    await type('2000');
    await answerLast({ rows: [], charts: [], answers: [], problem: '`users` takes a number.' });
    const problem = panel.page.locator('.outcome .problem');
    await untilEqual('the problem', () => problem.innerText(), 'users takes a number.');
    await untilEqual('its name', () => problem.locator('code').innerText(), 'users');
  });

  it('has the limits of targets that the scenario is not held to, further down', async () => {
    const others = panel.page.locator('.controls details');
    assert.equal(await others.evaluate(({ open }) => open), false);
    await others.locator('summary').click();
    const limit = panel.page.getByRole('slider', { name: 'Latency of relaxed' });
    await focusOn(limit);
    await panel.page.keyboard.press('ArrowRight');
    await panel.settled();
    const { changes } = (await panel.untilPosted('tryChanges')).at(-1);
    assert.equal(changes[0].path, '/targets/relaxed/latency');
  });

  for (const width of [320, 500, 900, 1600]) {
    it(`leaves the slider where it is under a hand that drags it: ${width} px`, async () => {
      await panel.resize(width);
      panel.answerWith(({ type: kind, request }) =>
        kind === 'tryChanges' ? { type: 'whatIf', request, outcome: outcome() } : undefined,
      );
      await users.scrollIntoViewIfNeeded();
      const box = await users.boundingBox();
      assert.ok(box.width >= 160, `${box.width} px wide`);
      const y = box.y + box.height / 2;
      const x = box.x + box.width / 2;
      await panel.page.mouse.move(x, y);
      await panel.page.mouse.down();
      for (let i = 1; i <= 10; i++) {
        await panel.page.mouse.move(x + i, y);
        await panel.settled();
        assert.deepEqual(await users.boundingBox(), box);
      }
      await untilTried(true);
      assert.deepEqual(await users.boundingBox(), box);
      await panel.page.mouse.up();
      const value = Number((await users.getAttribute('aria-valuetext')).replace(/\D/g, ''));
      const whole = 10_000;
      assert.ok(value < whole, `ten pixels are not the whole way: ${value}`);
      const outline = await users.evaluate((each) => getComputedStyle(each).outlineStyle);
      assert.equal(outline, 'none', 'a mouse leaves no frame behind');
    });
  }

  for (const width of [500, 640, 900, 1600]) {
    it(`shows the verdicts of the outcome without scrolling: ${width} px`, async () => {
      await panel.resize(width);
      await type('2000');
      await answerLast();
      await untilTried(true);
      const cut = await panel.page.locator('.outcome .scroll').evaluate((scroll) => {
        const { right } = scroll.getBoundingClientRect();
        return [...scroll.querySelectorAll('th, td')].filter(
          (cell) => cell.getBoundingClientRect().right > right + 1,
        ).length;
      });
      assert.equal(cut, 0);
    });
  }

  it('moves by keys: at least a step, also on a logarithmic slider', async () => {
    await focusOn(users);
    await panel.page.keyboard.press('ArrowRight');
    await untilUsers('1,010 users');
    const parallel = panel.page.getByRole('slider', { name: 'Parallel of A' });
    await focusOn(parallel);
    for (const [key, words] of [
      ['ArrowRight', '9 requests'],
      ['Home', '1 requests'],
      ['End', '64 requests'],
    ]) {
      await panel.page.keyboard.press(key);
      await untilEqual(key, () => parallel.getAttribute('aria-valuetext'), words);
    }
  });

  it('shows the controls of the scenario that is chosen', async () => {
    await focusOn(panel.page.locator('vscode-dropdown'));
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    await panel.settled();
    await panel.untilSent({ type: 'select', scenario: 'B' });
    const last = panel.page.locator('.controls > .fields > .field > .label').last();
    await untilEqual('the last control', () => last.innerText(), 'Parallel of B');
    // The cursor moves on to something else in the file.
    await panel.send({ type: 'selected' });
    assert.equal(await last.innerText(), 'Parallel of B');
  });
});
