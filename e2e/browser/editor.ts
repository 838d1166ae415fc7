import { type BrowserContext, type Locator, type Page } from 'playwright-core';

import { type Look } from './browser.ts';

/** A workflow on the canvas of n8n's editor. */
export class Editor {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens a workflow in a new window. The theme is set where n8n's personal settings keep it. */
  static async open(context: BrowserContext, look: Look, url: string, workflowId: string): Promise<Editor> {
    const page = await context.newPage();
    await page.setViewportSize(look);
    await page.addInitScript({ content: `localStorage.setItem('N8N_THEME', '${look.theme}')` });
    await page.goto(`${url}/workflow/${workflowId}`, { waitUntil: 'commit' });
    await page.getByTestId('canvas-node').first().waitFor();
    return new Editor(page);
  }

  /** The theme that n8n has put on the page. */
  async theme(): Promise<string | null> {
    return await this.#page.locator('body').getAttribute('data-theme');
  }

  async openNode(name: string): Promise<Panel> {
    const node = this.#page.getByTestId('canvas-node');
    await node.and(this.#page.locator(`[data-node-name="${name}"]`)).dblclick();
    return await Panel.opened(this.#page);
  }

  /** The files of the icons that the nodes of a package show. */
  async icons(packageName: string): Promise<(string | undefined)[]> {
    const images = this.#page.getByTestId('canvas-node').locator(`img[src*="${packageName}/"]`);
    await images.first().waitFor();
    const addresses = await Promise.all(
      (await images.all()).map(async (image) => await image.getAttribute('src')),
    );
    return addresses.map((address) => address?.split('/').at(-1));
  }

  /** What stands below a node's name. */
  async subtitle(name: string): Promise<string> {
    const node = this.#page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
    return await node.locator('[class*="subtitle"]').innerText();
  }

  /** What the list of nodes says of those with this name. */
  async offered(name: string): Promise<string> {
    await this.#page.getByTestId('node-creator-plus-button').click();
    await this.#page.getByTestId('node-creator-search-bar').fill(name);
    const entry = this.#page.getByTestId('item-iterator-item').filter({ hasText: name });
    return await entry.first().innerText();
  }

  /** Writes a PNG of the window. */
  async screenshot(file: string): Promise<void> {
    await this.#page.screenshot({ path: file, animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

/** The panel of an open node: its fields, the button that runs it and what it put out. */
export class Panel {
  readonly #page: Page;
  readonly #dialog: Locator;
  readonly #output: Locator;

  private constructor(page: Page) {
    this.#page = page;
    this.#dialog = page.getByTestId('ndv');
    this.#output = this.#dialog.getByTestId('output-panel');
  }

  static async opened(page: Page): Promise<Panel> {
    const panel = new Panel(page);
    await panel.#dialog.getByTestId('node-parameters').waitFor();
    return panel;
  }

  /** Types into a field, or into one of several with this name. */
  async type(name: string, text: string, index = 0): Promise<void> {
    const input = this.#field(name, index).locator('input, textarea').last();
    await input.fill(text);
    // While it has the focus, n8n's hints lie over what is below it.
    await input.blur();
  }

  /** Chooses an option of a menu by its label. */
  async choose(name: string, label: string): Promise<void> {
    await this.#field(name).click();
    await this.#pick(label);
  }

  /** Chooses from the list that a node offers for a thing, by a part of its name. */
  async chooseFromList(name: string, text: string): Promise<void> {
    const modes = this.#field(name).getByTestId('rlc-mode-selector');
    if ((await modes.locator('input').inputValue()) !== 'From list') {
      await modes.click();
      await this.#option().filter({ hasText: 'From list' }).click();
    }
    await this.#field(name).getByTestId('rlc-input').click();
    await this.#page.getByTestId('rlc-item').filter({ hasText: text, visible: true }).first().click();
  }

  /** Adds an option in a menu of several choices, which stays open after a choice. */
  async chooseAlso(name: string, label: string): Promise<void> {
    await this.choose(name, label);
    await this.#page.keyboard.press('Escape');
  }

  /** The labels of a menu's options. */
  async options(name: string): Promise<string[]> {
    await this.#field(name).click();
    const labels = this.#option().locator('.option-headline');
    await labels.first().waitFor();
    const texts = await labels.allInnerTexts();
    await this.#field(name).click();
    await labels.first().waitFor({ state: 'hidden' });
    // n8n adds this entry to the menus of every node.
    return texts.filter((text) => text !== 'Custom API Call');
  }

  /** Runs the nodes before this one, so that their items are there. */
  async executePreviousNodes(): Promise<void> {
    await this.#dialog.getByTestId('execute-previous-node').click();
    await this.#dialog
      .getByText(/^\d+ items$/)
      .first()
      .waitFor();
  }

  /** What n8n says above the output, once it says something. */
  async hints(): Promise<string[]> {
    const hints = this.#output.getByTestId('node-hint');
    await hints.first().waitFor();
    return await hints.allInnerTexts();
  }

  /** Turns a switch on or off. */
  async toggle(name: string): Promise<void> {
    await this.#field(name).locator('.el-switch').click();
  }

  /** Adds another set of fields to a list of them. */
  async addItem(name: string): Promise<void> {
    await this.#dialog.getByTestId(`fixed-collection-${name}`).getByTestId('fixed-collection-add').click();
  }

  /** Adds an optional field from the menu with this text. */
  async addField(menu: string, label: string): Promise<void> {
    const button = this.#dialog.getByTestId('collection-parameter-add');
    await button.filter({ has: this.#page.getByPlaceholder(menu) }).click();
    await this.#pick(label);
  }

  /** Runs the node and waits for its items. Throws with what the panel says when it fails. */
  async execute(): Promise<unknown> {
    await this.startExecution();
    return await this.items();
  }

  /** All that the panel says. */
  async text(): Promise<string> {
    return await this.#dialog.innerText();
  }

  /** Presses the button only: a trigger waits for an event then. */
  async startExecution(): Promise<void> {
    await this.#dialog.getByTestId('node-execute-button').click();
  }

  /** Waits until a trigger listens. */
  async listening(): Promise<void> {
    await this.#dialog.getByTestId('trigger-listening').waitFor();
  }

  /** Waits for the items that the node puts out and reads them from the JSON view. */
  async items(): Promise<unknown> {
    const error = this.#output.getByTestId('node-error-message');
    await this.#output.getByTestId('ndv-items-count').or(error).first().waitFor();
    if (await error.isVisible()) throw new Error(`The node failed: ${await this.#output.innerText()}`);
    await this.#output.getByTestId('radio-button-json').click();
    // The view holds only the lines that there is room for.
    const size = this.#page.viewportSize();
    if (size) await this.#page.setViewportSize({ ...size, height: 8000 });
    // It is loaded when it is first asked for; it is there when its last bracket is.
    const json = await this.#output
      .locator('.vjs-tree')
      .filter({ hasText: /\]\s*$/ })
      .innerText();
    if (size) await this.#page.setViewportSize(size);
    // It is indented by spaces that do not break.
    const items: unknown = JSON.parse(json.replaceAll('\u00a0', ' '));
    return items;
  }

  /** Waits for the items, which n8n shows as a table first, and writes a PNG of it. Returns the text of each row. */
  async table(file: string): Promise<string[]> {
    await this.#output.getByTestId('ndv-items-count').waitFor();
    const rows = this.#output.locator('tbody tr').filter({ hasText: /\S/ });
    await rows.first().waitFor();
    const [panel, table] = await Promise.all([
      this.#output.boundingBox(),
      this.#output.locator('table').boundingBox(),
    ]);
    // Without the blank space below.
    const clip = panel && table && { ...panel, height: table.y + table.height + 12 - panel.y };
    await this.#page.screenshot({
      path: file,
      clip: clip ?? undefined,
      style: '.el-notification { visibility: hidden }',
    });
    return await rows.allInnerTexts();
  }

  /** Writes a PNG of the panel from its top on, without the toasts that lie over it after a run. */
  async screenshot(file: string): Promise<void> {
    await this.#dialog.getByTestId('node-credentials-select').scrollIntoViewIfNeeded();
    await this.#dialog.screenshot({ path: file, style: '.el-notification { visibility: hidden }' });
  }

  #field(name: string, index = 0): Locator {
    return this.#dialog.getByTestId(`parameter-input-${name}`).nth(index);
  }

  /** Clicks an entry of the menu that is open. */
  async #pick(label: string): Promise<void> {
    await this.#option()
      .filter({ has: this.#page.getByText(label, { exact: true }) })
      .click();
  }

  #option(): Locator {
    return this.#page.getByRole('option').filter({ visible: true });
  }
}
