import { z } from 'zod';

import { type N8nApi } from './n8n-api.ts';

const made = z.object({ data: z.object({ id: z.string() }) });
const page = z.object({ data: z.object({ data: z.array(z.record(z.string(), z.unknown())) }) });

/** A data table of an n8n's owner. */
export class DataTable {
  readonly id: string;
  readonly #api: N8nApi;
  readonly #path: string;

  private constructor(api: N8nApi, path: string, id: string) {
    this.#api = api;
    this.#path = path;
    this.id = id;
  }

  /** Makes one with these columns of text. */
  static async create(api: N8nApi, name: string, columns: string[]): Promise<DataTable> {
    const project = made.parse(await api.editor('GET', '/projects/personal'));
    const path = `/projects/${project.data.id}/data-tables`;
    const given = { name, columns: columns.map((column) => ({ name: column, type: 'string' })) };
    const { data } = made.parse(await api.editor('POST', path, given));
    return new DataTable(api, `${path}/${data.id}`, data.id);
  }

  async rows(): Promise<Record<string, unknown>[]> {
    return page.parse(await this.#api.editor('GET', `${this.#path}/rows`)).data.data;
  }
}
