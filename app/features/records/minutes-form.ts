import type { MinutesEdits } from '#app/domain/records/edit-minutes.ts'

/**
 * What the recorder's form sends: `summary:<item>`, `points:<item>` one a line,
 * `dissent:<item>` and `answer:<item>` in pairs, `turn:<seq>`, `reason:<seat>`.
 */
export function readMinutesForm(form: FormData): { revision: number; edits: MinutesEdits } {
  const items = new Map<string, MinutesEdits['items'][number]>()
  const edits: MinutesEdits = { items: [], turns: [], absences: [] }
  for (const [name, sent] of form) {
    if (typeof sent !== 'string') continue
    const [field, id = ''] = name.split(':')
    const item = items.get(id) ?? { itemId: id }
    switch (field) {
      case 'summary':
        items.set(id, { ...item, summary: sent })
        break
      case 'points':
        items.set(id, { ...item, points: sent.split('\n') })
        break
      case 'dissent': {
        const answers = form.getAll(`answer:${id}`)
        items.set(id, {
          ...item,
          dissent: form.getAll(name).map((text, index) => ({
            text: String(text),
            answer: String(answers[index] ?? ''),
          })),
        })
        break
      }
      case 'turn':
        edits.turns.push({ seq: Number(id), summary: sent })
        break
      case 'reason':
        if (id !== '') edits.absences.push({ seatId: id, reason: sent })
        break
      case 'other':
        edits.other = sent
        break
      default:
    }
  }
  return {
    revision: Number(form.get('revision') ?? '0'),
    edits: { ...edits, items: [...items.values()] },
  }
}
