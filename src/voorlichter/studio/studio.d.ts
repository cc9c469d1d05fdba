// What the scripts of the studio speak of, with each other and with the program, and what they may take for granted.
// For the checker of types alone; it is not shipped.

/** The way to a value: keys, and places in a list. */
type Path = (string | number)[];

/** A message with a verb in, an answer out. What an answer holds goes by its verb, in `verbs/`. */
type Ask = (message: Record<string, unknown>) => Promise<any>;

/** What is wrong or lacking, as `session.py` tells it; `value` is what certainly was meant, and `said` that in words. */
interface Problem {
  severity: "error" | "warning";
  line: number;
  keys: Path;
  title: string;
  message: string;
  fix: string;
  lacks?: boolean;
  value?: any;
  said: string;
}

/** `usual` is of a topic alone: whether it falls inside an advisor's work where nothing else was agreed. */
interface Option {
  value: any;
  title: string;
  usual: "yes" | "grey" | "no";
}

/** A field of the form, as `form.py` and `module_form.py` plan it. */
interface Field {
  path: string[];
  widget: string;
  title: string;
  why: string;
  example: string;
  required: boolean;
  more?: boolean;
  // What only some widgets have.
  options: Option[];
  fields: Field[];
  default?: any;
  kind?: string;
  one?: boolean;
  of: string;
  ids?: boolean;
}

/** What a field needs besides: the values, the problems, and how to change something. */
interface Hands {
  /** As the file has it, so anything. */
  data: any;
  /** With what shared advisors say. */
  whole: any;
  problems: Problem[];
  languages: string[];
  called: Record<string, string>;
  /** What stands where something is still to be filled in. */
  open: string[];
  language: string;
  shared: SharedAdvisor[];
  slug: string;
  names: Record<string, string>;
  understood: Understood | null;
  /** Fields of its own, by their path or widget. */
  own?: Record<string, Widget>;
  /** What the field stands in, so that no two are called the same. */
  within?: string;
  set(path: Path, value: unknown, done?: boolean): Promise<unknown>;
  remove(path: Path): Promise<unknown>;
  move(path: Path, to: number): Promise<unknown>;
  put(path: Path, file: File): Promise<unknown>;
  share(index: number): Promise<unknown>;
  reach(): Promise<{ slug: string; pages: number; materials: number }[]>;
  focus(path: Path): void;
  waiting(id: string, unsaved: boolean): void;
}

/** And what the fields of the training need. */
interface TrainingHands extends Hands {
  ask: Ask;
  take(answer: any): void;
  client: Client;
  /** Where somebody is led to. */
  wanted: Path | null;
  show(part: Shown): void;
}

/** And those within one module. */
interface ModuleHands extends TrainingHands {
  pages: Option[];
  add(path: Path): Promise<void>;
  copy(path: Path): Promise<void>;
}

interface FieldProps<H extends Hands = Hands> {
  field: Field;
  path: Path;
  hands: H;
}

type Widget = (props: FieldProps<any>) => unknown;

/** What was certainly meant, and now stands in the file. */
interface Understood {
  path: Path;
  as: unknown;
  said: string;
}

interface SharedAdvisor {
  id: string;
  name: string;
  used: string[];
}

/** What the page begins with. */
interface Start {
  form: { id: string; title: string; why: string; fields: Field[] }[];
  clients: { slug: string; name: string }[];
  shared: SharedAdvisor[];
  languages: Record<string, string>;
  open: string[];
}

/** The state of one organisation. */
interface Client {
  slug: string;
  name: string;
  data: any;
  whole: any;
  readable: boolean;
  problems: Problem[];
  undo: string | null;
  redo: string | null;
  languages: string[];
  module?: Module;
}

/** A module of its own, as it is written. */
interface Module {
  name: string;
  data: any;
  readable: boolean;
  problems: Problem[];
}

/** Every module there is, and how one of its own is asked for. */
interface Training {
  modules: { name: string; title: string; about: string; minutes: number; questions: number; own: boolean; fits: boolean; wrong: number }[];
  fields: Field[];
  types: { type: string; title: string; fields: Field[] }[];
}

/** A page of the site with what stands on it, ours beside what this organisation says in its own words. */
interface SitePage {
  name: string;
  title: string;
  /** The whole of it, where only this site has it. */
  own: string | null;
  passages: Passage[];
  left_out: boolean;
  stays: boolean;
}

type PassageKind = "replaced" | "before" | "after";

interface Passage {
  anchor: string;
  heading: string;
  protected: boolean;
  ours: string;
  written: string;
  texts: Partial<Record<PassageKind, string>>;
  changed: { then: string; now: string } | null;
}

/** All organisations in one look, and the rules that lapse. */
interface Office {
  rows: OfficeRow[];
  laws: { day: string; what: string }[];
}

interface OfficeRow {
  slug: string;
  errors: number;
  warnings: number;
  built: string;
  online: { since: string; latest: boolean }[];
  dates: { day: string; late: boolean; what: string }[];
  numbers: { who: string; here: string; slug: string; there: string }[];
}

/** Where a site stands, as far as it is known without going there. `kind` by the file that knows it. */
interface SitePlace {
  where: string;
  kind: string;
  since: string | null;
  latest: boolean;
  why: string | null;
  unfinished: boolean;
  kept: string[];
  keep: string;
}

/** What stands there, as `publish --status` tells it. */
interface Standing {
  target: string;
  since: string | null;
  is_latest: boolean;
  damaged: string[];
  new: string[];
  changed: string[];
  gone: string[];
  why: string | null;
}

/** The version that is kept, and what it would bring back. */
interface BackPlan {
  kept: string;
  pages: string[];
  coming: { name: string; say: string }[];
}

/** What a new version of the program says otherwise than what is online, and by which it is accepted. */
interface NewWording {
  marks: string[];
  changes: { gone: string[]; new: string[]; pages: string[] }[];
}

interface Verified {
  right: boolean;
  ours: boolean;
  conclusion: string;
  lines: { status: string; name: string; say: string }[];
}

/** Whose password a server asks for, and what was asked for, to do again with it. */
interface Login {
  server: string;
  user: string;
  wrong: boolean;
  keeps: boolean;
  again(password: object): void;
}

interface OnlineNeeds {
  language: string;
  act(message: Record<string, unknown>, then: (answer: any) => void): Promise<void>;
  busy: boolean;
  ready: boolean;
  published(answer: any): void;
  changed(said: string): void;
}

/** What the preview shows; what is left out stays as it is. */
interface Shown {
  page?: string;
  language?: string;
  module?: string;
  question?: string;
}

/** How the page reaches the program. */
interface Carrier {
  kind: "computer" | "tab";
  ask: Ask;
  /** The page as it is now; `made` names what has to be made for it first, once. */
  page(message: Record<string, unknown>, made: string): Promise<string>;
  /** Loads it in a frame, from `html` where that is at hand and helps. */
  show(frame: HTMLIFrameElement, message: Record<string, unknown>, made: string, html?: string): Promise<unknown>;
  /** What print needs in a tab, fetched when she asks for it. */
  print?: Later;
}

interface Later {
  megabytes: number;
  there: boolean;
  fetch(hears: (part: number) => void): Promise<void>;
}

/** How far the program in a tab is, or why it cannot run here. */
interface Loading {
  loading?: string;
  done?: number;
  of?: number;
  ready?: true;
  failed?: string;
}

/** What a control of the page hears: one for all of them, for a template does not know which control it is on. */
interface Heard extends Event {
  readonly key: string;
  readonly target: EventTarget & { id: string; value: string; checked: boolean; open: boolean; files: ArrayLike<File> };
}

declare module "*/vendor/htm-preact.js" {
  interface Drawn {
    type: unknown;
    props: object;
  }
  type Value = {} | null | undefined | ((event: Heard) => unknown);

  export function html(texts: TemplateStringsArray, ...values: Value[]): Drawn;
  export function render(what: Drawn, into: Element): void;
  export function useState<T>(first: T): [T, (next: T | ((now: T) => T)) => void];
  export function useRef<T>(first: T): { current: T };
  export function useEffect(effect: () => void | (() => void), on?: readonly unknown[]): void;
  export function useLayoutEffect(effect: () => void | (() => void), on?: readonly unknown[]): void;
  export function useCallback<F extends (...given: any[]) => unknown>(does: F, on: readonly unknown[]): F;
}
