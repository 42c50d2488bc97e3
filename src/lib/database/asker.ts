import { isRefusal, openTables, type Answer, type AskDriver, type Asked, type AskTables, type Refusal } from './ask';

/** Milliseconds a question may take. */
export const TIME_MOST = 10_000;

/** What stops a question without asking DuckDB, which hears nothing while it works. */
type Stop = Extract<Refusal['problem'], 'time' | 'stopped'>;

/** A DuckDB with its tables, and what ends it at once, whatever it is doing. */
type Opened = { tables: AskTables; asked: Promise<Asked>; end: () => void };

/**
 * Asks a DuckDB that is opened when it is first needed, and anew for other tables and where a question was stopped or broke
 * it. `open` gives one of its own, whose `close` ends it at once.
 */
export class Asker {
  #opened: Opened | null = null;
  #stop: (why: Stop) => void = () => undefined;
  readonly #open: () => Promise<AskDriver>;
  readonly #most: number;

  constructor(open: () => Promise<AskDriver>, most = TIME_MOST) {
    this.#open = open;
    this.#most = most;
  }

  /** The answer, or why there is none. Never rejects. A question that is not answered yet is stopped. */
  async ask(tables: AskTables, sql: string): Promise<Answer | Refusal> {
    this.stop();
    if (this.#opened?.tables !== tables) this.close();
    const opened = (this.#opened ??= this.#openFor(tables));
    const stopped = new Promise<Refusal>((resolve) => {
      this.#stop = (problem) => {
        this.#end(opened);
        resolve({ problem, name: '', detail: '' });
      };
    });
    const stop = this.#stop;
    const outcome = await Promise.race([this.#answer(opened, sql, stop), stopped]);
    if (this.#stop === stop) this.#stop = () => undefined;
    if (isBroken(outcome)) this.#end(opened);
    return outcome;
  }

  /** Stops the question that is asked; where none is, nothing happens. */
  stop(): void {
    this.#stop('stopped');
  }

  /** Ends DuckDB and takes the tables away. */
  close(): void {
    this.stop();
    if (this.#opened) this.#end(this.#opened);
  }

  #openFor(tables: AskTables): Opened {
    const driver = this.#open();
    return {
      tables,
      asked: driver.then((open) => openTables(open, tables)),
      end: () => {
        void driver.then(
          (open) => open.close(),
          () => undefined,
        );
      },
    };
  }

  #end(opened: Opened): void {
    opened.end();
    if (this.#opened === opened) this.#opened = null;
  }

  /** The time counts from when the tables are there. */
  async #answer({ asked }: Opened, sql: string, stop: (why: Stop) => void): Promise<Answer | Refusal> {
    try {
      const tables = await asked;
      const timer = setTimeout(() => stop('time'), this.#most);
      const outcome = await tables.ask(sql);
      clearTimeout(timer);
      return outcome;
    } catch (error) {
      return { problem: 'failed', name: '', detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Whether DuckDB said something that is none of its own refusals. */
function isBroken(outcome: Answer | Refusal): boolean {
  return 'problem' in outcome && outcome.detail !== '' && !isRefusal(outcome.detail);
}
