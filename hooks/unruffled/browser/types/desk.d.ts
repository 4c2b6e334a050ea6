// What the finder reads: assets/desk.json (hooks/unruffled/render/desk.py).

interface DeskItem {
  id: string;
  url: string;
  /** What customers say who need it. */
  hears: string[];
}

interface DeskCard extends DeskItem {
  say: string[];
  hear?: string[];
  /** Whether it is a risk card without wordings of its own. */
  safety?: boolean;
}

interface DeskPhrase extends DeskItem {
  say: string;
  situation: string[];
  avoid?: string;
  why?: string;
  not_when?: string;
  example?: string;
}

interface DeskLetter extends DeskItem {
  label: string;
  about: string;
  situation: string[];
}

/** A page as search.json has it: its address, its name, what it is, the section of the menu that it
 *  stands in, its summary, what its headings are, and those: each with its id. */
type PageRow = [
  url: string,
  label: string,
  what: string,
  where: string,
  about: string,
  part: string,
  headings: [slug: string, words: string][],
];

/** What search.json has (hooks/unruffled/blocks/search/index.py). */
interface PagesData {
  pages: PageRow[];
  stop_words: string[];
}

/** A page, or what stands below a heading; then `page` is the page. */
interface PagePart {
  url: string;
  label: string;
  what: string;
  where: string;
  about: string;
  page?: PagePart;
}

/** A page or a part of one that was found. */
interface PageItem extends FinderItem {
  kind: "page";
  label: string;
  what: string;
  where: string;
  about: string;
  /** Whether its name has every word of the question. */
  named: boolean;
}

/** One thing that can be found; what it has depends on its kind. */
interface FinderItem {
  kind: "card" | "phrase" | "letter" | "page";
  id: string;
  url: string;
  hears: string[];
  label?: string;
  say?: string | string[];
  hear?: string[];
  risk?: boolean;
  situation?: string[];
  about?: string;
  /** Of a page: what it is, in a word, and where it stands. */
  what?: string;
  where?: string;
  named?: boolean;
  avoid?: string;
  why?: string;
  not_when?: string;
  example?: string;
  /** Of a card that was found: what was found and is filed under it. */
  phrases?: FinderItem[];
  letters?: FinderItem[];
}

/** Wordings and what they are made of, in the notation of desk.json. */
interface Wordings {
  /** By the number of a class: its entries. */
  classes: string[][];
  ordinary: string[];
  spellings: Record<string, string>;
  fillers: string[];
}

interface SignCard {
  id: string;
  strong: string[];
  wordings: string[];
  weaker: string[];
  examples: string[];
}

interface Signs extends Wordings {
  /** The card for what shouts in writing. */
  loud?: string;
  cards: SignCard[];
  everyday: string[];
  requests: string[];
  no_slips: string[];
}

/** What the build has learned of risk from sentences; see core/risk-learned.js. */
interface LearnedRisk {
  cards: string[];
  scale: number;
  step: number;
  bias: number[];
  places: string;
  weights: string[];
}

interface Safety extends Wordings {
  cards: { id: string; wordings: string[]; weaker: string[]; hints: string[] }[];
  slips: string[];
  no_slips: string[];
  learned?: LearnedRisk;
}

interface Gap {
  label: string;
  hint: string;
  lasts: string;
}

interface Desk {
  cards: DeskCard[];
  phrases: DeskPhrase[];
  letters?: DeskLetter[];
  /** Labels by the id of a card. */
  situations: Record<string, string>;
  synonyms: string[][];
  stop_words: string[];
  signs?: Signs;
  safety?: Safety;
  gaps?: Record<string, Gap>;
}

/** A wording that was found, with the places of its words. */
interface Found<E> {
  end: E;
  places: number[];
}

/** The words of a wording, as they were met: from the last one back. */
interface Way {
  from: number;
  to: number;
  before: Way | null;
}

/** What stands at the end of a wording of a risk card. */
interface RiskEnd {
  card: number;
  weaker: number;
  hint?: number;
}

/** A wording of a card that was found, and how much it counts. */
interface SignHit {
  card: number;
  weight: number;
  places: number[];
}
