// Tests changes that are tried: the requests to the extension, and its shown answers.
import assert from 'node:assert/strict';
import { SCENARIOS, message, outcome, picture } from './support/handmade.mjs';
import { startPanelHost } from './support/panelPage.mjs';

describe('what-if', function () {
  this.timeout(30_000);
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
  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    assert.deepEqual(await panel.violations(), []);
    await panel.close();
  });
  after(() => host?.close());

  const drag = (...positions) =>
    users.evaluate((slider, all) => {
      for (const position of all) {
        slider.value = String(position);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, positions);
  const frames = () => panel.send();
  const tried = () => panel.posted('tryChanges');
  const answerLast = async (over) => {
    const [last] = (await tried()).slice(-1);
    await panel.send({ type: 'whatIf', request: last.request, outcome: outcome(over) });
  };
  const type = async (value) => {
    await exact.click();
    await panel.page.keyboard.press('Control+A');
    await panel.page.keyboard.type(value);
    await panel.page.keyboard.press('Enter');
    await frames();
  };
  const isDisabled = (label) =>
    panel.page
      .locator('vscode-button', { hasText: label })
      .evaluate((each) => each.ariaDisabled === 'true');
  const isTried = () =>
    panel.page.locator('.outcome').evaluate((each) => each.classList.contains('tried'));

  it('starts from the plan: nothing tried, nothing to apply', async () => {
    assert.equal(await isDisabled('Apply to plan'), true);
    assert.equal(await isDisabled('Reset'), true);
    assert.equal(await isTried(), false);
    assert.equal(await users.getAttribute('aria-valuetext'), '1,000 users');
  });

  it('asks one question at a time while dragging, and the last position wins', async () => {
    await drag(510, 520, 530, 540, 550);
    await frames();
    assert.equal((await tried()).length, 1);
    await drag(600, 650, 700);
    await frames();
    assert.equal((await tried()).length, 1, 'the first has no answer yet');
    await answerLast();
    await frames();
    const all = await tried();
    assert.equal(all.length, 2);
    const [{ path, value }] = all[1].changes;
    assert.equal(path, '/workload/users');
    assert.equal(
      String(value),
      (await users.getAttribute('aria-valuetext')).replace(/,| users/g, ''),
    );
  });

  it('shows the outcome beside the plan, marked as not in the file', async () => {
    await type('2,000');
    assert.deepEqual((await tried())[0].changes, [{ path: '/workload/users', value: 2000 }]);
    await answerLast();
    const shown = await panel.page.locator('.outcome').innerText();
    for (const part of ['Not in the file', 'users 1,000 → 2,000', '125', '250']) {
      assert.ok(shown.includes(part), part);
    }
    assert.match(await panel.page.locator('.legend').first().innerText(), /What if/);
    assert.match(await panel.page.locator('.field').first().innerText(), /plan: 1,000/);
  });

  it('goes back to the plan with Reset, and takes no late answer', async () => {
    await type('2000');
    await panel.page.getByText('Reset').click();
    await answerLast();
    assert.equal(await isTried(), false);
    assert.equal(await users.getAttribute('aria-valuetext'), '1,000 users');
    assert.equal(await isDisabled('Apply to plan'), true);
  });

  it('applies exactly what was changed, and starts again from the plan', async () => {
    await type('2000');
    await answerLast();
    await panel.page.getByText('Apply to plan').click();
    const [{ request, changes }] = await panel.posted('applyChanges');
    assert.deepEqual(changes, [{ path: '/workload/users', value: 2000 }]);
    assert.equal(await isDisabled('Apply to plan'), true, 'not twice');
    await panel.send({ type: 'applied', request, problem: undefined });
    assert.equal(await isTried(), false);
    const [first, ...rest] = picture().whatIf;
    const applied = picture(SCENARIOS, { whatIf: [{ ...first, value: 2000 }, ...rest] });
    await panel.send(message(applied, { version: 2 }));
    assert.equal(await users.getAttribute('aria-valuetext'), '2,000 users');
    assert.equal(await isDisabled('Apply to plan'), true);
  });

  it('keeps the changes where they could not be written, and says why', async () => {
    await type('2000');
    await panel.page.getByText('Apply to plan').click();
    const [{ request }] = await panel.posted('applyChanges');
    await panel.send({ type: 'applied', request, problem: 'The file is read-only.' });
    assert.equal(await panel.page.getByText('The file is read-only.').isVisible(), true);
    assert.equal(await isDisabled('Apply to plan'), false);
  });

  it('says why a change cannot be tried', async () => {
    await type('2000');
    await answerLast({ rows: [], charts: [], answers: [], problem: 'No node count is enough.' });
    assert.equal(await panel.page.getByText('No node count is enough.').isVisible(), true);
    assert.equal(await isDisabled('Apply to plan'), true);
  });

  it('tries the changes again on a plan that was edited, and forgets what it has by now', async () => {
    await type('2000');
    await answerLast();
    await panel.send(message(picture(), { version: 2 }));
    await frames();
    assert.equal((await tried()).length, 2);
    const [first, ...rest] = picture().whatIf;
    const same = picture(SCENARIOS, { whatIf: [{ ...first, value: 2000 }, ...rest] });
    await answerLast();
    await panel.send(message(same, { version: 3 }));
    assert.equal(await isTried(), false);
  });

  it('marks what is no number, and tries nothing', async () => {
    const input = exact.locator('input');
    for (const wrong of ['many', '1,5', '-3', '']) {
      await type(wrong || ' ');
      assert.equal(await input.getAttribute('aria-invalid'), 'true', wrong);
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
      assert.equal(await panel.page.locator('.wrong:visible').innerText(), words);
      const described = await exact.evaluate(({ shadowRoot }) => {
        const id = shadowRoot.querySelector('input').getAttribute('aria-describedby');
        return shadowRoot.getElementById(id).textContent;
      });
      assert.equal(described, words);
      assert.equal(await isDisabled('Apply to plan'), true);
      assert.equal(await isDisabled('Reset'), false);
    }
    await panel.page.getByText('Apply to plan').click();
    assert.deepEqual(await panel.posted('applyChanges'), []);
    await type('3,000 users');
    assert.equal(await panel.page.locator('.wrong:visible').count(), 0);
    assert.equal(await exact.locator('input').getAttribute('aria-describedby'), null);
    await answerLast();
    assert.equal(await isDisabled('Apply to plan'), false);
  });

  it('takes the answer to the latest question however late it comes', async () => {
    await type('2000');
    const [first] = await tried();
    await panel.page.clock.fastForward(3200);
    await panel.send({ type: 'whatIf', request: first.request, outcome: outcome() });
    assert.equal(await isTried(), true);
  });

  it('asks again after a while, and then takes no answer to the question before', async () => {
    await type('2000');
    const [first] = await tried();
    await type('3000');
    assert.equal((await tried()).length, 1);
    await panel.page.clock.fastForward(3200);
    await frames();
    const [, second] = await tried();
    assert.deepEqual(second.changes, [{ path: '/workload/users', value: 3000 }]);
    await panel.send({ type: 'whatIf', request: first.request, outcome: outcome() });
    assert.equal(await isTried(), false);
    await panel.send({ type: 'whatIf', request: second.request, outcome: outcome() });
    assert.equal(await isTried(), true);
  });

  it('keeps the focus after Apply, and says that it is done and can be undone', async () => {
    await type('2000');
    await answerLast();
    const apply = panel.page.locator('vscode-button', { hasText: 'Apply to plan' });
    await apply.focus();
    await panel.page.keyboard.press('Enter');
    const [{ request }] = await panel.posted('applyChanges');
    await panel.send({ type: 'applied', request, problem: undefined });
    assert.equal(await apply.evaluate((each) => each === document.activeElement), true);
    const said = panel.page.getByText('Applied; undo takes it back.');
    assert.equal(await said.getAttribute('role'), 'status');
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.posted('applyChanges')).length, 1, 'there is nothing to apply');
    await drag(700);
    assert.equal(await panel.page.getByText('Nothing is written').isVisible(), true);
    const reset = panel.page.locator('vscode-button', { hasText: 'Reset' });
    await reset.focus();
    await panel.page.keyboard.press('Enter');
    assert.equal(await reset.evaluate((each) => each === document.activeElement), true);
  });

  it('tells those who listen what it would do, once the hand rests', async () => {
    const spoken = panel.page.locator('.controls [role=status].sr-only');
    await drag(600);
    await frames();
    await answerLast();
    assert.equal(await spoken.innerText(), '');
    await panel.page.clock.fastForward(1000);
    assert.equal(
      await spoken.innerText(),
      'Not in the file: A 500 → 1000 nodes · $750/h → $1500/h · 1 s · relaxed ✓ meets, unverified → ✗ likely misses',
    );
  });

  it('writes names in a problem as names', async () => {
    await type('2000');
    await answerLast({ rows: [], charts: [], answers: [], problem: '`users` takes a number.' });
    const problem = panel.page.locator('.outcome .problem');
    assert.equal(await problem.innerText(), 'users takes a number.');
    assert.equal(await problem.locator('code').innerText(), 'users');
  });

  it('has the limits of targets that the scenario is not held to, further down', async () => {
    const others = panel.page.locator('.controls details');
    assert.equal(await others.evaluate(({ open }) => open), false);
    await others.locator('summary').click();
    const limit = panel.page.getByRole('slider', { name: 'Latency of relaxed' });
    await limit.focus();
    await panel.page.keyboard.press('ArrowRight');
    await frames();
    const [{ changes }] = (await tried()).slice(-1);
    assert.equal(changes[0].path, '/targets/relaxed/latency');
  });

  for (const width of [320, 500, 900, 1600]) {
    it(`leaves the slider where it is under a hand that drags it: ${width} px`, async () => {
      await panel.page.setViewportSize({ width, height: 900 });
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
        await frames();
        assert.deepEqual(await users.boundingBox(), box);
      }
      await panel.page.mouse.up();
      assert.equal(await isTried(), true);
      const value = Number((await users.getAttribute('aria-valuetext')).replace(/\D/g, ''));
      const whole = 10_000;
      assert.ok(value < whole, `ten pixels are not the whole way: ${value}`);
      const outline = await users.evaluate((each) => getComputedStyle(each).outlineStyle);
      assert.equal(outline, 'none', 'a mouse leaves no frame behind');
    });
  }

  for (const width of [500, 640, 900, 1600]) {
    it(`shows the verdicts of the outcome without scrolling: ${width} px`, async () => {
      await panel.page.setViewportSize({ width, height: 900 });
      await type('2000');
      await answerLast();
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
    await users.focus();
    await panel.page.keyboard.press('ArrowRight');
    const up = await users.getAttribute('aria-valuetext');
    assert.equal(up, '1,010 users');
    const parallel = panel.page.getByRole('slider', { name: 'Parallel of A' });
    await parallel.focus();
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await parallel.getAttribute('aria-valuetext'), '9 requests');
    await panel.page.keyboard.press('Home');
    assert.equal(await parallel.getAttribute('aria-valuetext'), '1 requests');
    await panel.page.keyboard.press('End');
    assert.equal(await parallel.getAttribute('aria-valuetext'), '64 requests');
  });

  it('shows the controls of the scenario that is chosen', async () => {
    await panel.page.locator('vscode-dropdown').focus();
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    await frames();
    assert.deepEqual(await panel.posted('select'), [{ type: 'select', scenario: 'B' }]);
    const last = panel.page.locator('.controls > .fields > .field > .label').last();
    assert.equal(await last.innerText(), 'Parallel of B');
    // The cursor moves on to something else in the file.
    await panel.send({ type: 'selected' });
    assert.equal(await last.innerText(), 'Parallel of B');
  });
});
