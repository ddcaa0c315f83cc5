import { Composer, type CST, type Document, Lexer, Parser } from 'yaml'

/**
 * Reads YAML (and so JSON) as a tree with places; undefined if it is nested too deeply. Parser and composer recurse over
 * what is open, some documents until the process dies: so that is counted after every lexeme. Take values off the tree
 * node by node, never by `toJS`, which a kilobyte can keep busy for half a minute.
 */
export const readYaml = (text: string, deepest = 64): Document | undefined => {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > deepest) return undefined
  }
  for (const token of parser.end()) tokens.push(token)
  // The library's own check for duplicate keys is quadratic.
  const [document] = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)
  return document
}
