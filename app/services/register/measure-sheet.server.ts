/** As many as a spreadsheet program has. */
const MOST_LINES = 1_048_576

/** How far the cells of a sheet reach: whoever reads it makes a place for each cell in between. */
export type SheetReach = { lines: number; columns: number }

/**
 * How far a sheet's XML reaches, found by its tags alone before anything is made of them: a file of
 * a thousand bytes can name the cell XFD1048576, or a row that no sheet has.
 *
 * @returns null when a place is none, or written in a way no spreadsheet program writes it.
 */
export function reachOf(xml: string): SheetReach | null {
  const reach = { lines: 0, columns: 0 }
  for (const { name, attributes, isEmpty } of tagsOf(xml)) {
    if (name !== 'row' && name !== 'c') continue
    const places = attributes.filter(([key]) => key === 'r').map(([, value]) => value)
    if (places.length > 1) return null
    const [place] = places
    if (place === undefined) continue
    const [, letters = '', digits = ''] =
      (name === 'row' ? /^()([1-9][0-9]{0,6})$/ : /^([A-Z]{1,3})([1-9][0-9]{0,6})$/).exec(
        place,
      ) ?? []
    const line = Number(digits)
    if (digits === '' || line > MOST_LINES) return null
    if (name === 'row' || isEmpty) continue
    reach.lines = Math.max(reach.lines, line)
    reach.columns = Math.max(reach.columns, columnNumber(letters) + 1)
  }
  return reach
}

/** `A` is 0. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

type Tag = { name: string; attributes: [name: string, value: string][]; isEmpty: boolean }

/** Every opening tag in its order, without namespaces; each character is looked at once. */
function* tagsOf(xml: string): Generator<Tag> {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    const hidden = HIDDEN.find(([opening]) => xml.startsWith(opening, start))
    if (hidden) {
      const end = xml.indexOf(hidden[1], start)
      if (end < 0) return
      at = end + hidden[1].length
      continue
    }
    let end = start + 1
    const pieces: string[] = []
    let from = end
    // A `>` inside quotes does not end a tag.
    while (end < xml.length && xml[end] !== '>') {
      const quote = xml[end]
      if (quote === '"' || quote === "'") {
        const close = xml.indexOf(quote, end + 1)
        if (close < 0) return
        pieces.push(xml.slice(from, end), xml.slice(end + 1, close))
        end = close
        from = close + 1
      }
      end += 1
    }
    at = end + 1
    const last = xml.slice(from, end)
    const [first = last] = pieces
    const name = /^[^\s/>=]*/u.exec(first)?.[0] ?? ''
    const attributes: Tag['attributes'] = []
    for (let index = 0; index + 1 < pieces.length; index += 2) {
      const key = /([^\s=]+)\s*=\s*$/u.exec(pieces[index] ?? '')?.[1] ?? ''
      attributes.push([key, pieces[index + 1] ?? ''])
    }
    yield { name: name.replace(/^.*:/u, ''), attributes, isEmpty: last.endsWith('/') }
  }
}

const HIDDEN: readonly [opening: string, closing: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]
