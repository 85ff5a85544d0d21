import pc from "picocolors";

/** A check that failed in a way that is understood: its text is all that has to be shown. */
export class Failure extends Error {
  override readonly name = "Failure";
}

const TITLE_WIDTH = 34;
const SUBJECT_WIDTH = 24;

/** Prints what is done, one line a step, and counts what passed and failed. */
export class Report {
  /** How many steps passed. */
  passed = 0;
  /** How many steps failed. */
  failed = 0;
  private silent = false;
  private readonly parts: { readonly title: string; readonly seconds: number }[] = [];

  /** Prints nothing more: what fails from now on fails because the run was interrupted. */
  silence(): void {
    this.silent = true;
  }

  /** Runs one part of the whole: its steps are printed below its title, and how long all of it took at the end. */
  async part(title: string, run: () => Promise<void>): Promise<void> {
    console.log(`\n${pc.bold(title)}`);
    const started = performance.now();
    try {
      await run();
    } finally {
      this.parts.push({ title, seconds: since(started) });
    }
  }

  /**
   * Runs one check.
   *
   * @param title what is done
   * @param subject what it is done to, such as a stack
   * @returns whether it passed; why it did not is printed
   */
  async step(title: string, subject: string, run: () => void | Promise<void>): Promise<boolean> {
    const done = await this.value(title, subject, async () => {
      await run();
      return true;
    });
    return done ?? false;
  }

  /** Runs one check that gives something. Returns undefined when it failed. */
  async value<Value>(title: string, subject: string, run: () => Value | Promise<Value>): Promise<Value | undefined> {
    const started = performance.now();
    const print = (mark: string) => {
      if (this.silent) return;
      const seconds = since(started).toFixed(1).padStart(6);
      console.log(`${mark} ${title.padEnd(TITLE_WIDTH)} ${subject.padEnd(SUBJECT_WIDTH)} ${seconds} s`);
    };
    try {
      const value = await run();
      this.passed += 1;
      print(pc.green("ok    "));
      return value;
    } catch (error) {
      this.failed += 1;
      print(pc.red("FAILED"));
      if (!this.silent) console.log(indented(error instanceof Failure ? error.message : stackOf(error)));
      return undefined;
    }
  }

  /** Prints how long the parts took, and how many steps passed and failed. */
  summary(name: string): void {
    const total = this.parts.reduce((sum, { seconds }) => sum + seconds, 0);
    console.log();
    for (const { title, seconds } of this.parts) console.log(`${seconds.toFixed(0).padStart(5)} s  ${title}`);
    console.log(`${total.toFixed(0).padStart(5)} s  all of it`);
    const counts = `${name}: ${this.passed} passed, ${this.failed} failed`;
    console.log(this.failed === 0 ? pc.green(counts) : pc.red(counts));
  }
}

function since(started: number): number {
  return (performance.now() - started) / 1000;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "       ");
}
