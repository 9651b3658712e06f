import type { MinutesContent, MinutesDissent } from './minutes.ts'

/** What a recorder may type. Whatever is left out stays as it was; facts are not among it. */
export type MinutesEdits = {
  items: { itemId: string; summary?: string; points?: string[]; dissent?: MinutesDissent[] }[]
  turns: { seq: number; summary: string }[]
  absences: { seatId: string; reason: string }[]
  other?: string
}

export const NO_EDITS: MinutesEdits = { items: [], turns: [], absences: [] }

/** Puts the recorder's words into the minutes. Words for what is not in them go nowhere. */
export function editMinutes(content: MinutesContent, edits: MinutesEdits): MinutesContent {
  const items = new Map(edits.items.map((edit) => [edit.itemId, edit]))
  const turns = new Map(edits.turns.map(({ seq, summary }) => [seq, summary]))
  const reasons = new Map(edits.absences.map(({ seatId, reason }) => [seatId, reason]))
  return {
    ...content,
    absent: content.absent.map((person) => ({
      ...person,
      reason: reasons.get(person.seatId)?.trim() ?? person.reason,
    })),
    items: content.items.map((item) => {
      const edit = items.get(item.itemId)
      return {
        ...item,
        summary: edit?.summary?.trim() ?? item.summary,
        points: edit?.points ? written(edit.points) : item.points,
        dissent: edit?.dissent
          ? edit.dissent
              .map(({ text, answer }) => ({ text: text.trim(), answer: answer.trim() }))
              .filter(({ text }) => text !== '')
          : item.dissent,
        turns: item.turns.map((turn) => ({
          ...turn,
          summary: turns.get(turn.seq)?.trim() ?? turn.summary,
        })),
      }
    }),
    other: edits.other?.trim() ?? content.other,
  }
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
