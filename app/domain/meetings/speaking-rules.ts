import type { Room } from './meeting.ts'

/** The rules a session adopts; frozen with the notice. The switches follow the thirteen rules of 萝卜规则, a Chinese adaptation of Robert's Rules. */
export type SpeakingRules = {
  version: string
  /** Seconds a turn may take. */
  turnSeconds: number
  /** Turns a person may take on one item. */
  turnsPerItem: number
  /** Seconds before the end at which the bell rings softly. */
  warnSeconds: number
  /** A turn whose time is up is over by itself; without it the bell rings, and the chair ends it. */
  hardStop: boolean
  /** Share of invited delegates that must be present, as an exact fraction; reaching it is enough. */
  quorum: [numerator: number, denominator: number]
  /** Whoever asks to speak says first whether for, against, or with a question. */
  stanceFirst: boolean
  /** Who has not spoken on the item comes before who has. */
  neverSpokenFirst: boolean
  /** A side other than the one just heard comes first, then the other stance. */
  alternateSides: boolean
  /** Whoever the chair has named as spoken about may answer at once. */
  rightOfReply: boolean
  /** Anybody may say that a rule is being broken; it comes before every turn. */
  pointOfOrder: boolean
  /** Seconds for a reply or a point of order. */
  shortTurnSeconds: number
  /** Warnings after which somebody speaks no more this evening, and keeps the vote. 0: no warnings. */
  warnings: number
  /** Whether somebody with an interest of their own in an item may speak on it, without a vote. */
  conflictMaySpeak: boolean
}

/** Rules as a log or a plan holds them; those of before November 2026 lack the switches. */
export type AdoptedRules = Pick<
  SpeakingRules,
  'version' | 'turnSeconds' | 'turnsPerItem' | 'warnSeconds' | 'quorum'
> &
  Partial<SpeakingRules>

/** The set before turns could end by themselves; sessions that adopted it go on with it. */
export const SPEAKING_RULES_2026_2: SpeakingRules = {
  version: '2026.2',
  turnSeconds: 180,
  turnsPerItem: 2,
  warnSeconds: 30,
  hardStop: false,
  quorum: [2, 3],
  stanceFirst: true,
  neverSpokenFirst: true,
  alternateSides: true,
  rightOfReply: true,
  pointOfOrder: true,
  shortTurnSeconds: 60,
  warnings: 3,
  conflictMaySpeak: true,
}

/** The newest set: visible timer, soft bell, hard stop. */
export const DEFAULT_SPEAKING_RULES: SpeakingRules = {
  ...SPEAKING_RULES_2026_2,
  version: '2026.3',
  hardStop: true,
}

/**
 * What a new session starts from. A turn ends by itself where people deliberate by the clock, in the
 * council hall; over tea and between neighbours it does where the convener switches it on.
 */
export function startingRules(room: Room): SpeakingRules {
  return { ...DEFAULT_SPEAKING_RULES, hardStop: room === 'council' }
}

/** How sessions ran that adopted their rules before these could be switched. */
const BEFORE_SWITCHES = {
  hardStop: false,
  stanceFirst: true,
  neverSpokenFirst: true,
  alternateSides: true,
  rightOfReply: false,
  pointOfOrder: false,
  shortTurnSeconds: 60,
  warnings: 0,
  conflictMaySpeak: true,
}

/** What a session adopted, complete: what it did not know of is off. */
export function completeRules(adopted: AdoptedRules): SpeakingRules {
  return { ...BEFORE_SWITCHES, ...adopted }
}

/** The rules that can be switched on and off, as a refusal names them. */
export type SwitchedRule = 'right-of-reply' | 'point-of-order' | 'warnings' | 'hard-stop'
