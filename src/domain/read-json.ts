// JSON read by hand, so that a fault is named with its line and column and everything in it knows the line on which it stood. What is not
// to be trusted is refused here: too deep, too much, the same key twice, a key that would reach behind the object.

export interface JsonFault {
  line: number;
  column: number;
  says: string;
}

export interface JsonRead {
  value: unknown;
  /** Line of what stands there, or of the nearest thing around it. */
  lineAt: (path: readonly (string | number)[]) => number;
  /** Where it stands in the text, which is found at once where a line has to be counted. */
  placeAt: (path: readonly (string | number)[]) => number;
}

/** In characters; what a field is called is kept once for everything in it. */
const LONGEST_NAME = 100;

interface Most {
  depth: number;
  /** Values in all: texts, numbers, lists, objects. */
  values: number;
}

export function readJson(text: string, most: Most): JsonRead | JsonFault {
  const reader = new Reader(text.replace(/^\uFEFF/, ''), most);
  try {
    const value = reader.whole();
    return { value, lineAt: (path) => reader.lineOf(reader.placeAt(path)), placeAt: (path) => reader.placeAt(path) };
  } catch (error) {
    if (error instanceof Fault) return reader.placed(error);
    throw error;
  }
}

class Fault extends Error {
  constructor(
    readonly at: number,
    readonly says: string,
  ) {
    super(says);
  }
}

type Path = (string | number)[];

class Reader {
  private at = 0;
  private values = 0;
  private readonly places = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly most: Most,
  ) {}

  whole(): unknown {
    this.skipSpace();
    if (this.at === this.text.length) throw new Fault(0, 'The file is empty');
    const value = this.value([]);
    this.skipSpace();
    if (this.at < this.text.length) throw new Fault(this.at, `Something follows after the end: ${this.seen()}`);
    return value;
  }

  placeAt(path: readonly (string | number)[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.places.get(JSON.stringify(path.slice(0, length)));
      if (place !== undefined) return place;
    }
    return 0;
  }

  placed({ at, says }: Fault): JsonFault {
    return { line: this.lineOf(at), column: at - (this.text.lastIndexOf('\n', at - 1) + 1) + 1, says };
  }

  lineOf(at: number): number {
    let line = 1;
    for (let next = this.text.indexOf('\n'); next >= 0 && next < at; next = this.text.indexOf('\n', next + 1)) line += 1;
    return line;
  }

  private value(path: Path): unknown {
    if (path.length > this.most.depth) throw new Fault(this.at, `Things stand in one another more than ${this.most.depth} deep`);
    this.values += 1;
    if (this.values > this.most.values) throw new Fault(this.at, `The file holds more than ${this.most.values.toLocaleString('en-GB')} things`);
    this.places.set(JSON.stringify(path), this.at);
    const sign = this.text[this.at];
    if (sign === '{') return this.object(path);
    if (sign === '[') return this.list(path);
    if (sign === '"') return this.string();
    return this.word();
  }

  private object(path: Path): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    const begun = new Map<string, number>();
    this.at += 1;
    for (this.skipSpace(); this.text[this.at] !== '}'; this.skipSpace()) {
      if (begun.size > 0) this.expect(',', 'a comma or the end of the object');
      this.skipSpace();
      if (this.text[this.at] !== '"') throw new Fault(this.at, this.text[this.at] === '}' ? 'A comma stands before the end of an object' : `The name of a field is expected in quotation marks, not ${this.seen()}`);
      const start = this.at;
      const key = this.string();
      if (key.length > LONGEST_NAME) throw new Fault(start, `The name of a field is longer than ${LONGEST_NAME} characters: “${shortened(key)}”`);
      if (key === '__proto__') throw new Fault(start, 'A field is called “__proto__”, which nothing in a file may be');
      const before = begun.get(key);
      if (before !== undefined) throw new Fault(start, `“${shortened(key)}” stands there twice: first on line ${this.lineOf(before)}`);
      begun.set(key, start);
      this.skipSpace();
      this.expect(':', 'a colon');
      this.skipSpace();
      found[key] = this.value([...path, key]);
    }
    this.at += 1;
    return found;
  }

  private list(path: Path): unknown[] {
    const found: unknown[] = [];
    this.at += 1;
    for (this.skipSpace(); this.text[this.at] !== ']'; this.skipSpace()) {
      if (found.length > 0) this.expect(',', 'a comma or the end of the list');
      this.skipSpace();
      if (this.text[this.at] === ']') throw new Fault(this.at, 'A comma stands before the end of a list');
      found.push(this.value([...path, found.length]));
    }
    this.at += 1;
    return found;
  }

  private string(): string {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += this.text[this.at] === '\\' ? 2 : 1) {
      const sign = this.text[this.at];
      if (sign === undefined) throw new Fault(start, 'A text that begins here is not closed');
      if (sign < ' ') throw new Fault(this.at, sign === '\n' || sign === '\r' ? 'A text is not closed on its line' : 'A text holds a sign that is not to be seen');
    }
    this.at += 1;
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      throw new Fault(start, 'A text holds a backslash that means nothing');
    }
  }

  private word(): unknown {
    const [word] = /^[-+.\w]+/.exec(this.text.slice(this.at, this.at + 60)) ?? [''];
    const isJson = word === 'true' || word === 'false' || word === 'null' || /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(word);
    if (!isJson) throw new Fault(this.at, this.at === this.text.length ? 'The file ends too soon' : `A value is expected, not ${this.seen()}`);
    this.at += word.length;
    return JSON.parse(word) as unknown;
  }

  private expect(sign: string, called: string): void {
    if (this.text[this.at] !== sign) throw new Fault(this.at, this.at >= this.text.length ? `The file ends too soon: ${called} is expected` : `${called.charAt(0).toUpperCase()}${called.slice(1)} is expected, not ${this.seen()}`);
    this.at += 1;
  }

  private skipSpace(): void {
    while (this.at < this.text.length && ' \n\r\t'.includes(this.text[this.at]!)) this.at += 1;
  }

  private seen(): string {
    return this.at >= this.text.length ? 'the end of the file' : `“${shortened(/^\S*/.exec(this.text.slice(this.at, this.at + 24))?.[0] || this.text[this.at]!)}”`;
  }
}

/** As it can be shown: without what is not to be seen. */
function shortened(text: string): string {
  const seen = text.replaceAll(/\p{Cc}/gu, '\ufffd').toWellFormed();
  return seen.length > 20 ? `${seen.slice(0, 20).toWellFormed()}…` : seen;
}
