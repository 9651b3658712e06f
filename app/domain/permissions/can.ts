import type { Room } from '#app/domain/meetings/meeting.ts'
import type { StaffViewer, Viewer } from './viewer.ts'

type OfCommunity = { communityId: string }

/** As much of a session as decides who may do what with it. */
type OfSession = OfCommunity & {
  id: string
  room: Room
  chairId: string | null
  recorderId: string | null
}

/** What can be asked for, and what it is asked of. */
export type Subjects = {
  'see-desk': OfCommunity
  'see-aggregates': { scopeId: string }
  convene: OfCommunity
  'see-plan': OfSession
  'edit-plan': OfSession
  'move-session': OfSession
  'cancel-session': OfSession
  'see-roster': OfCommunity
  'edit-roster': OfCommunity
  'edit-community': OfCommunity
  'copy-links': OfSession
  'open-console': OfSession
  'show-screen': OfSession
  'answer-invitation': { meetingId: string; seatId: string }
  'edit-minutes': OfSession
  'read-minutes': OfSession
  'propose-correction': OfSession
  'confirm-minutes': OfSession
  'publish-resolution': OfSession
  'withdraw-resolution': OfCommunity
  'see-matters': OfCommunity
  'screen-matters': OfCommunity
  'assign-task': OfCommunity
  'record-visit': OfCommunity
  'keep-register': OfCommunity
  'freeze-roll': OfCommunity
  'see-owners-votes': OfCommunity
  'run-owners-vote': OfCommunity
  'read-papers': OfCommunity
  'add-rules': { scopeId: string }
}

export type Action = keyof Subjects

type Rule<Name extends Action> = (viewer: Viewer, subject: Subjects[Name]) => boolean

const worksFor = (
  viewer: Viewer,
  { communityId }: OfCommunity,
  ...roles: StaffViewer['role'][]
): boolean =>
  viewer.kind === 'staff' &&
  roles.includes(viewer.role) &&
  viewer.communityIds.includes(communityId)

/** Cadre or recorder of the community; in a talk room only whoever chairs or records it. */
const runs = (viewer: Viewer, session: OfSession): boolean =>
  worksFor(viewer, session, 'cadre', 'recorder') &&
  (session.room !== 'talkroom' || isOfficer(viewer, session))

const isOfficer = (viewer: Viewer, session: OfSession): boolean =>
  viewer.kind === 'staff' &&
  (viewer.personId === session.chairId || viewer.personId === session.recorderId)

const sitsAt = (viewer: Viewer, { id }: OfSession): boolean =>
  viewer.kind === 'seat' && viewer.meetingId === id

/** One line an action; who is not named may not. */
const RULES: { [Name in Action]: Rule<Name> } = {
  'see-desk': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'see-aggregates': (viewer, { scopeId }) =>
    viewer.kind === 'staff' &&
    (viewer.role === 'town' || viewer.role === 'county') &&
    viewer.scopeId === scopeId,
  convene: (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'see-plan': runs,
  'edit-plan': runs,
  'move-session': runs,
  'cancel-session': (viewer, session) =>
    runs(viewer, session) && viewer.kind === 'staff' && viewer.role === 'cadre',
  'see-roster': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'edit-roster': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'edit-community': (viewer, of) => worksFor(viewer, of, 'cadre'),
  'copy-links': runs,
  'open-console': runs,
  // What is said in a talk room never stands on a wall.
  'show-screen': (viewer, session) => session.room !== 'talkroom' && runs(viewer, session),
  'answer-invitation': (viewer, { meetingId, seatId }) =>
    viewer.kind === 'seat' && viewer.meetingId === meetingId && viewer.seatId === seatId,
  'edit-minutes': runs,
  'read-minutes': (viewer, session) => sitsAt(viewer, session) || runs(viewer, session),
  'propose-correction': (viewer, session) => sitsAt(viewer, session),
  'confirm-minutes': runs,
  'publish-resolution': (viewer, session) =>
    session.room !== 'talkroom' && worksFor(viewer, session, 'cadre'),
  'withdraw-resolution': (viewer, of) => worksFor(viewer, of, 'cadre'),
  'see-matters': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'screen-matters': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'assign-task': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'record-visit': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'keep-register': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'freeze-roll': (viewer, of) => worksFor(viewer, of, 'cadre'),
  'see-owners-votes': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'run-owners-vote': (viewer, of) => worksFor(viewer, of, 'cadre'),
  // Two people read each paper: the recorder is one of them.
  'read-papers': (viewer, of) => worksFor(viewer, of, 'cadre', 'recorder'),
  'add-rules': (viewer, { scopeId }) =>
    viewer.kind === 'staff' && viewer.role === 'county' && viewer.scopeId === scopeId,
}

/**
 * Whether somebody may do something. Services enforce it and pages ask it, so
 * that no button is shown that would be refused.
 */
export function can<Name extends Action>(
  viewer: Viewer,
  action: Name,
  subject: Subjects[Name],
): boolean {
  // A name that came from outside the types is nobody's to do.
  return Object.hasOwn(RULES, action) && RULES[action](viewer, subject)
}
