import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, type Token } from "parse5";
import { Problem } from "../../market/index.ts";

export type PageNode = DefaultTreeAdapterMap["node"];
export type PageElement = DefaultTreeAdapterMap["element"];

// Pages of newspapers have some 5,000 elements, 40 deep, with 20 attributes at most. The parser's work grows with the square of depth and of attributes:
// 100,000 open elements take it a minute. So it is stopped while it works, not asked afterwards.
const DEEPEST = 256;
const MOST_ELEMENTS = 100_000;
const MOST_ATTRIBUTES = 256;
const CHUNK = 16_384; // characters between two looks at the attributes of an unfinished tag

/**
 * A page's tree, as a browser builds it; nothing in it is run or fetched.
 *
 * @throws Problem when it is nested too deeply, or has too many elements or attributes
 */
export function boundedTree(html: string, place: string): DefaultTreeAdapterMap["document"] {
  const refuse = (what: string) => {
    throw new Problem("usage", `expected a page with ${what}; received more`, place);
  };
  const bear = (attributes: number) => {
    if (attributes > MOST_ATTRIBUTES) refuse(`at most ${MOST_ATTRIBUTES} attributes in a tag`);
  };
  let open = 0;
  let elements = 0;
  class BoundedParser extends Parser<DefaultTreeAdapterMap> {
    override onStartTag(token: Token.TagToken) {
      bear(token.attrs.length);
      super.onStartTag(token);
    }
    override onEndTag(token: Token.TagToken) {
      bear(token.attrs.length);
      super.onEndTag(token);
    }
  }
  const parser = new BoundedParser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...args) => {
        if (++elements > MOST_ELEMENTS) refuse(`at most ${MOST_ELEMENTS} elements`);
        return defaultTreeAdapter.createElement(...args);
      },
      onItemPush: () => {
        if (++open > DEEPEST) refuse(`at most ${DEEPEST} elements within one another`);
      },
      onItemPop: () => {
        open--;
      },
    },
  });
  for (let from = 0; from < html.length || from === 0; from += CHUNK) {
    parser.tokenizer.write(html.slice(from, from + CHUNK), from + CHUNK >= html.length);
    bear(attributesOpen(parser.tokenizer));
  }
  return parser.document;
}

/** How many attributes the tag has that is being read. */
function attributesOpen(tokenizer: object): number {
  const { currentToken } = tokenizer as { currentToken?: { attrs?: readonly unknown[] } | null };
  return currentToken?.attrs?.length ?? 0;
}

/** Visits a tree in the order of its text, without the call stack: `enter` says whether to go into a node. */
export function visit(root: PageNode, enter: (node: PageNode) => boolean, leave: (node: PageNode) => void = () => {}): void {
  const open: { node: PageNode; next: number }[] = [];
  if (enter(root)) open.push({ node: root, next: 0 });
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = "childNodes" in top.node ? top.node.childNodes[top.next++] : undefined;
    if (!child) {
      open.pop();
      leave(top.node);
    } else if (enter(child)) open.push({ node: child, next: 0 });
  }
}

export function isElement(node: PageNode): node is PageElement {
  return "tagName" in node;
}

/** An attribute's value; undefined when the element has none of that name. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** All text inside a node, as it stands. */
export function textIn(root: PageNode): string {
  const parts: string[] = [];
  visit(root, (node) => {
    if (node.nodeName === "#text" && "value" in node) parts.push(node.value);
    return true;
  });
  return parts.join("");
}
