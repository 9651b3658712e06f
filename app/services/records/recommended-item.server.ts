import { and, eq } from 'drizzle-orm'
import type { Database } from '#db/database.ts'
import { agendaItems, meetings } from '#db/schema/meetings.ts'
import { resolutions } from '#db/schema/records.ts'

/** What a published recommendation was about, in the words of its session, to be put to somebody else. */
export async function recommendedItem(
  db: Database,
  { resolutionId, communityId }: { resolutionId: string; communityId: string },
) {
  const [found] = await db
    .select({
      id: resolutions.id,
      number: resolutions.number,
      label: resolutions.label,
      content: resolutions.content,
      withdrawnAt: resolutions.withdrawnAt,
      title: agendaItems.title,
      proposal: agendaItems.proposal,
      topicType: agendaItems.topicType,
      matterId: agendaItems.matterId,
      compoundId: meetings.compoundId,
    })
    .from(resolutions)
    .innerJoin(meetings, eq(meetings.id, resolutions.meetingId))
    .innerJoin(
      agendaItems,
      and(
        eq(agendaItems.meetingId, resolutions.meetingId),
        eq(agendaItems.id, resolutions.itemId),
      ),
    )
    .where(and(eq(resolutions.id, resolutionId), eq(meetings.communityId, communityId)))
  return found ?? null
}
