import { z } from 'zod'
import { parseLocalDate } from '#app/domain/calendar/local-date.ts'
import { SATISFACTIONS } from '#app/domain/matters/matter.ts'
import type { DeskCommand } from '#app/domain/matters/matter-command.ts'
import { SOLVED, type Visit } from '#app/domain/matters/matter-state.ts'
import type { LeadChoice } from '#app/domain/matters/matter-view.ts'
import type { MatterRefusalCode } from '#app/domain/matters/refusal-code.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'
import { AUTHORITIES, type TopicType } from '#app/domain/voting/authority.ts'

const id = z.string().regex(ID_PATTERN)
const day = z.string().refine((text) => parseLocalDate(text) !== null)
const line = z.string().trim().max(120)
const text = z.string().trim().max(2000)

const screening = z.object({
  do: z.literal('screen'),
  verdict: z.enum(['accept', 'merge', 'refer', 'reject']),
  dueOn: z.union([day, z.literal('')]).default(''),
  topicType: line.default(''),
  intoId: z.union([id, z.literal('')]).default(''),
  to: line.default(''),
  reason: text.default(''),
})

const visiting = z.object({
  do: z.literal('visit'),
  method: z.enum(['phone', 'door']),
  reached: z.enum(['yes', 'no']),
  solved: z.enum([...SOLVED, '']).default(''),
  satisfaction: z.enum([...SATISFACTIONS, '']).default(''),
  reason: text.default(''),
})

const assigning = z.object({
  do: z.literal('assign'),
  title: line,
  leadPersonId: id,
  dueOn: day,
})

const deskForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('start') }),
  screening,
  assigning,
  z.object({ do: z.literal('note'), text, isPublic: z.literal('on').optional() }),
  visiting,
  z.object({ do: z.literal('refer'), to: line }),
  z.object({ do: z.literal('unreached'), reason: text }),
  z.object({ do: z.literal('reopen'), reason: text, dueOn: day }),
])

type Asked = Result<{ command: DeskCommand; isPublic: boolean }, { code: MatterRefusalCode }>

/**
 * What the desk's form on a matter asks for.
 *
 * @param newTaskId - names the task, when there is one to be given.
 */
export function deskCommandFrom(
  form: FormData,
  about: { matterId: string; leads: readonly LeadChoice[]; newTaskId: string },
): Asked {
  const parsed = deskForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refuse({ code: 'incomplete' })
  const sent = parsed.data
  switch (sent.do) {
    case 'start':
      return inside({ type: 'start-screening' })
    case 'screen':
      return screeningFrom(sent, about.matterId)
    case 'assign':
      return taskFrom(sent, about)
    case 'note':
      return ok({
        command: { type: 'add-note', text: sent.text },
        isPublic: sent.isPublic === 'on',
      })
    case 'visit': {
      const visit = visitFrom(sent)
      return visit ? inside({ type: 'record-visit', visit }) : refuse({ code: 'incomplete' })
    }
    case 'refer':
      return inside({ type: 'refer', to: sent.to })
    case 'unreached':
      return inside({ type: 'close-unreached', reason: sent.reason })
    case 'reopen':
      return inside({ type: 'reopen', reason: sent.reason, dueOn: sent.dueOn })
  }
}

function inside(command: DeskCommand): Asked {
  return ok({ command, isPublic: false })
}

function screeningFrom(sent: z.output<typeof screening>, ownId: string): Asked {
  switch (sent.verdict) {
    case 'accept':
      return inside({
        ...{ type: 'accept', dueOn: sent.dueOn || null },
        ...topicFrom(sent.topicType),
      })
    case 'merge':
      return sent.intoId
        ? inside({ type: 'merge', ownId, intoId: sent.intoId })
        : refuse({ code: 'no-such-merge-target' })
    case 'refer':
      return inside({ type: 'refer', to: sent.to })
    case 'reject':
      return inside({ type: 'reject', reason: sent.reason })
  }
}

function topicFrom(text: string): { topicType?: TopicType } {
  const known = AUTHORITIES.find(({ topicType }) => topicType === text)
  return known ? { topicType: known.topicType } : {}
}

function taskFrom(
  { leadPersonId, title, dueOn }: z.output<typeof assigning>,
  { leads, newTaskId }: { leads: readonly LeadChoice[]; newTaskId: string },
): Asked {
  const lead = leads.find(({ personId }) => personId === leadPersonId)
  if (!lead) return refuse({ code: 'no-such-lead' })
  return inside({
    type: 'assign-task',
    by: 'desk',
    task: {
      id: newTaskId,
      meetingId: null,
      itemId: null,
      title,
      lead: { personId: lead.personId, name: lead.body, side: lead.side },
      helpers: [],
      dueOn,
    },
  })
}

function visitFrom(sent: z.output<typeof visiting>): Visit | null {
  const { method, solved, satisfaction } = sent
  const reason = sent.reason || null
  if (sent.reached === 'no') {
    return { method, reached: false, solved: null, satisfaction: null, reason }
  }
  return solved && satisfaction ? { method, reached: true, solved, satisfaction, reason } : null
}
