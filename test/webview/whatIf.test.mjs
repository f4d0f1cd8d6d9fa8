// Changes that are tried: what is asked of the extension, and what is shown of its answers.
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
    panel = await host.open();
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
    panel.page.locator('vscode-button', { hasText: label }).evaluate((each) => each.disabled);

  it('starts from the plan: nothing tried, nothing to apply', async () => {
    assert.equal(await isDisabled('Apply to plan'), true);
    assert.equal(await isDisabled('Reset'), true);
    assert.equal(await panel.page.locator('.outcome').isVisible(), false);
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
    assert.match(await panel.page.locator('.field').first().innerText(), /plan: 1000/);
  });

  it('goes back to the plan with Reset, and takes no late answer', async () => {
    await type('2000');
    await panel.page.getByText('Reset').click();
    await answerLast();
    assert.equal(await panel.page.locator('.outcome').isVisible(), false);
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
    assert.equal(await panel.page.locator('.outcome').isVisible(), false);
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
    assert.equal(await panel.page.locator('.outcome').isVisible(), false);
  });

  it('marks what is no number, and tries nothing', async () => {
    const input = exact.locator('input');
    for (const wrong of ['many', '1,5', '-3', '']) {
      await type(wrong || ' ');
      assert.equal(await input.getAttribute('aria-invalid'), 'true', wrong);
    }
    assert.deepEqual(await tried(), []);
  });

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
    const last = panel.page.locator('.field > .label').last();
    assert.equal(await last.innerText(), 'Parallel of B');
    // The cursor moves on to something else in the file.
    await panel.send({ type: 'selected' });
    assert.equal(await last.innerText(), 'Parallel of B');
  });
});
