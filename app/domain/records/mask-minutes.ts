import { assistedForAll } from '#app/domain/voting/assisted-told.ts'
import { maskQuestion } from './mask-question.ts'
import { maskText, type Finding, type MaskContext } from './mask.ts'
import type { MinutesContent, MinutesPerson } from './minutes.ts'

/**
 * The minutes as they may be read outside: everybody by office or surname, no
 * telephone, no door. Why somebody stayed away, and what an objection on the
 * day said, is theirs.
 */
export function maskMinutes(
  content: MinutesContent,
  known: MaskContext,
): { content: MinutesContent; findings: Finding[] } {
  const findings: Finding[] = []
  /** Words somebody typed: what is taken out of them is worth telling. */
  const typed = (text: string): string => {
    const masked = maskText(text, known)
    findings.push(...masked.findings)
    return masked.text
  }
  const fact = (text: string): string => maskText(text, known).text
  const person = <Person extends MinutesPerson>(each: Person): Person => ({
    ...each,
    name: fact(each.name),
  })
  return {
    findings,
    content: {
      ...content,
      chair: fact(content.chair),
      recorder: fact(content.recorder),
      overrideReason: content.overrideReason && typed(content.overrideReason),
      present: content.present.map(person),
      absent: content.absent.map((each) => ({ ...person(each), reason: '' })),
      items: content.items.map((item) => ({
        ...item,
        title: typed(item.title),
        proposal: item.proposal && typed(item.proposal),
        turns: item.turns.map((turn) => ({
          ...turn,
          name: fact(turn.name),
          summary: typed(turn.summary),
        })),
        decision: item.decision && {
          ...item.decision,
          proposal: fact(item.decision.proposal),
          ...(item.decision.by === 'ballot' &&
            item.decision.chosen && {
              chosen: item.decision.chosen.map(({ number, text }) => ({
                number,
                text: fact(text),
              })),
            }),
          ...(item.decision.by === 'consensus' && { reservations: [] }),
        },
        ballot: item.ballot && {
          ...item.ballot,
          ...(item.ballot.question && { question: maskQuestion(item.ballot.question, fact) }),
          ...(item.ballot.waivedReason && { waivedReason: fact(item.ballot.waivedReason) }),
          ...(item.ballot.assisted && { assisted: assistedForAll(item.ballot.assisted) }),
        },
        tasks: item.tasks.map((task) => ({
          ...task,
          title: typed(task.title),
          lead: { ...task.lead, personId: null, name: fact(task.lead.name) },
          helpers: task.helpers.map((helper) => ({
            ...helper,
            personId: null,
            name: fact(helper.name),
          })),
        })),
        summary: typed(item.summary),
        points: item.points.map(typed),
        dissent: item.dissent.map(({ text, answer }) => ({
          text: typed(text),
          answer: typed(answer),
        })),
      })),
      ...(content.chairFacts && {
        chairFacts: content.chairFacts
          .filter(({ open }) => open)
          .map((each) => ({ ...each, text: typed(each.text) })),
      }),
      parked: content.parked.map(typed),
      other: typed(content.other),
    },
  }
}
