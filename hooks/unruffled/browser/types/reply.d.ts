// What the checker of drafts reads and finds.

interface ReplyPatterns {
  find?: string[];
  with?: string[];
  unless?: string[];
  near?: string[];
  unless_near?: string[];
  unless_anywhere?: string[];
  missing?: string[];
  when?: string[];
}

interface ReplyRule extends ReplyPatterns {
  id: string;
  kind: string;
  severity: "worse" | "unclear" | "style";
  words_over?: number;
  least?: number;
  least_words?: number;
  in_a_row?: number;
  place?: "first" | "last" | "alone";
  channels?: string[];
  situations?: string[];
  unless_found?: string[];
  whole?: boolean;
  cost?: string;
  instead?: string[];
}

/** Where a draft goes; `line`: it is one line of several, so that nothing can be missing. */
interface ReplyContext {
  channel?: string;
  situation?: string;
  line?: boolean;
}

interface ReplyData {
  words: Record<string, string[]>;
  rules: ReplyRule[];
  parts: (ReplyPatterns & { id: string; channels?: string[]; situations?: string[] })[];
}

interface ReplyFinding {
  kind: string;
  severity: "worse" | "unclear" | "style";
  rule: string;
  start: number;
  end: number;
  sentence: number;
  /** Whether it is about the whole draft: something that is missing. */
  whole: boolean;
  text: string;
}

interface ReplyPart {
  id: string;
  found: boolean;
  text: string;
  start: number;
  end: number;
}

interface ReplyResult {
  findings: ReplyFinding[];
  /** The ids of all rules that found something, also where another finding stands for it. */
  rules: string[];
  parts: ReplyPart[];
  sentences: number;
  /** Where each sentence stands. */
  spans: [number, number][];
}

interface ReplyWords {
  say: string;
  channels?: string[];
  situations?: string[];
}

/** What is said of a kind, or of a rule. */
interface ReplySaid {
  title: string;
  cost: string;
  module: { title: string; url: string } | null;
  evidence: string[];
  instead: ReplyWords[];
}

/** assets/reply.json */
interface ReplyPageData extends ReplyData {
  says: Record<string, ReplySaid>;
  own: Record<string, Partial<ReplySaid>>;
  about: Record<string, { label: string; good: string; ask: string }>;
  gaps: Record<string, Gap>;
}
