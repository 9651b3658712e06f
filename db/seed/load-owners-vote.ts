import { eq } from 'drizzle-orm'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { YES_NO } from '#app/domain/voting/ballot-question.ts'
import { castOwnersVote } from '#app/services/owners-votes/cast-owners-vote.server.ts'
import {
  prepareOwnersVote,
  recordVoteNotice,
} from '#app/services/owners-votes/prepare-owners-vote.server.ts'
import { printPapers } from '#app/services/owners-votes/print-papers.server.ts'
import { readPaper } from '#app/services/owners-votes/read-paper.server.ts'
import { recordContact } from '#app/services/owners-votes/record-contact.server.ts'
import { stepOwnersVote } from '#app/services/owners-votes/step-owners-vote.server.ts'
import { freezeRoll } from '#app/services/register/publish-roll.server.ts'
import { ownersVotes } from '#db/schema/owners-votes.ts'
import { drawBallotPaper } from './ballot-paper.ts'
import { loadRegister } from './load-register.ts'
import { held, must } from './must.ts'
import { seededRandom } from './random.ts'
import { LANXI, registerOf } from './register.ts'
import type { SeedStep, Timeline } from './timeline.ts'

const WHAT = '蓝溪花园续聘物业'
const SHOWN_DAYS_AGO = 40
const ANNOUNCED_DAYS_AGO = 24
const OPENED_DAYS_AGO = 6
const DAYS_LEFT = 14
/** Of ten who vote by phone: most for it. */
const MARKS = ['yes', 'yes', 'no', 'yes', 'yes', 'abstain', 'yes', 'no', 'yes', 'yes'] as const
const BY_PHONE = 52
const ON_PAPER = 7

/**
 * A vote of the owners of 蓝溪花园 in its second week: the roll was shown and frozen, the notice
 * served, a third has voted by phone, some on paper, and of one paper two people read two things.
 */
export function ownersVoteSteps(
  timeline: Timeline,
  cadre: StaffViewer,
  recorder: StaffViewer,
): SeedStep[] {
  const { services, setClock, day, instant } = timeline
  const { db } = services
  let rollId = ''
  let voteId = ''
  const step = async (command: Parameters<typeof stepOwnersVote>[2]['command']) =>
    held(await stepOwnersVote(services, cadre, { voteId, command }))

  return [
    {
      at: instant(-SHOWN_DAYS_AGO, '09:00'),
      what: WHAT,
      run: async () => {
        const table = registerOf(LANXI)
        const compound = { compoundId: 'lanxi', name: '蓝溪花园', table }
        rollId = (await loadRegister(services, cadre, compound)).rollId
      },
    },
    {
      at: instant(-ANNOUNCED_DAYS_AGO, '09:00'),
      what: WHAT,
      run: async () => {
        held(await freezeRoll(services, cadre, { rollId, earlyReason: '' }))
        const prepared = await prepareOwnersVote(services, cadre, {
          compoundId: 'lanxi',
          title: '是否续聘安和物业服务三年',
          proposal:
            '续聘安和物业，合同从2027年1月1日起三年；每月每平方米1.60元，不涨价；每季度公布一次公共收益账目。',
          topicType: 'property-company-contract',
          question: YES_NO,
          rollId,
          opensOn: day(-OPENED_DAYS_AGO),
          closesOn: day(DAYS_LEFT),
          resolutionId: null,
          rerunOf: null,
        })
        voteId = held(prepared).id
        const noticeOn = day(-ANNOUNCED_DAYS_AGO)
        const facts = {
          noticeOn,
          noticeHow: '各幢门厅张贴，短信发给每一户',
          committeeToldOn: noticeOn,
          partyReview: null,
          overrides: {},
        }
        held(await recordVoteNotice(services, cadre, { voteId, facts }))
        await step({ type: 'announce' })
      },
    },
    {
      at: instant(-OPENED_DAYS_AGO, '09:00'),
      what: WHAT,
      run: async () => {
        await step({ type: 'open' })
        const papers = held(await printPapers(services, recorder, { voteId, page: 1 }))
        const [row] = await db.select().from(ownersVotes).where(eq(ownersVotes.id, voteId))
        const { code, linkVersion } = must(row, 'owners’ vote')
        const random = seededRandom(278)
        const waiting = papers.electors
          .map(({ electorId }) => ({ electorId, order: random.below(1_000_000) }))
          .sort((one, other) => one.order - other.order)
          .map(({ electorId }) => electorId)

        let voted = 0
        for (const electorId of waiting.splice(0, BY_PHONE + 10)) {
          // Some days ago, between eight in the morning and nine at night.
          const daysAgo = OPENED_DAYS_AGO - Math.floor((voted * OPENED_DAYS_AGO) / BY_PHONE)
          const hour = 9 + random.below(12)
          setClock(instant(-Math.max(1, daysAgo), `${String(hour).padStart(2, '0')}:30`))
          const link = { code, electorId, version: linkVersion }
          const mark = must(MARKS[voted % MARKS.length], 'mark')
          const key = `demo-vote-${electorId}`
          const cast = await castOwnersVote(services, link, { mark, key })
          // Of some couples nobody votes yet: their attempt is written down and counts for nothing.
          if (cast.ok) voted += 1
          if (voted === BY_PHONE) break
        }
        setClock(instant(-1, '15:00'))
        const served = waiting.slice(0, 20)
        held(
          await recordContact(services, recorder, {
            ...{ voteId, electorIds: served, kind: 'served', way: 'handed' },
            doneOn: day(-2),
          }),
        )
        const photo = await drawBallotPaper()
        for (const [index, electorId] of served.slice(0, ON_PAPER).entries()) {
          const paper = { voteId, electorId, reason: null }
          const first = index % 3 === 2 ? 'no' : 'yes'
          const second = index === ON_PAPER - 1 ? 'abstain' : first
          held(await readPaper(services, recorder, { ...paper, mark: first, photo }))
          held(await readPaper(services, cadre, { ...paper, mark: second, photo: null }))
        }
      },
    },
  ]
}
