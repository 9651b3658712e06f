import {
  IconArrowBackUp,
  IconArrowMerge,
  IconArrowRight,
  IconBan,
  IconBuilding,
  IconBuildingCommunity,
  IconCalendar,
  IconCheck,
  IconCircleHalf2,
  IconCoin,
  IconElevator,
  IconExternalLink,
  IconFileText,
  IconFlag,
  IconFlame,
  IconHeartHandshake,
  IconHourglass,
  IconMessages,
  IconMoodEmpty,
  IconMoodSad,
  IconMoodSmile,
  IconParking,
  IconPaw,
  IconPhone,
  IconPlant2,
  IconScale,
  IconSearch,
  IconShieldCheck,
  IconTool,
  IconTrash,
  IconVolume2,
} from '@tabler/icons-react'
import type { MatterCategory, MatterStatus, Satisfaction } from '#app/domain/matters/matter.ts'
import type { MatterEventType } from '#app/domain/matters/matter-event.ts'
import type { Urgency } from '#app/domain/matters/urgency.ts'
import type { IconDrawing } from '#app/ui/icon.tsx'
import type { Tone } from '#app/ui/tone.ts'

/** Hue and icon of what is said; the word stands beside it. */
type Mark = { tone: Tone; icon: IconDrawing }

export const CATEGORY_ICON: Record<MatterCategory, IconDrawing> = {
  PARK: IconParking,
  FIRE: IconFlame,
  SAFE: IconShieldCheck,
  NOISE: IconVolume2,
  PET: IconPaw,
  CLEAN: IconTrash,
  GREEN: IconPlant2,
  LIFT: IconElevator,
  FEE: IconCoin,
  PROP: IconBuildingCommunity,
  BUILD: IconTool,
  ELDER: IconHeartHandshake,
  NEIGH: IconMessages,
  PUBLIC: IconBuilding,
}

export const STATUS_MARK: Record<MatterStatus, Mark> = {
  submitted: { tone: 'dai', icon: IconSearch },
  screening: { tone: 'dai', icon: IconSearch },
  accepted: { tone: 'teal', icon: IconCheck },
  merged: { tone: 'stone', icon: IconArrowMerge },
  referred: { tone: 'dai', icon: IconExternalLink },
  rejected: { tone: 'stone', icon: IconBan },
  scheduled: { tone: 'dai', icon: IconCalendar },
  deliberated: { tone: 'dai', icon: IconCalendar },
  'in-progress': { tone: 'tea', icon: IconCircleHalf2 },
  'reported-done': { tone: 'teal', icon: IconPhone },
  'return-visit': { tone: 'teal', icon: IconPhone },
  closed: { tone: 'tea', icon: IconCheck },
  reopened: { tone: 'jujube', icon: IconArrowBackUp },
}

export const URGENCY_MARK: Record<Urgency, Mark> = {
  overdue: { tone: 'jujube', icon: IconFlag },
  'due-soon': { tone: 'amber', icon: IconHourglass },
  'awaiting-visit': { tone: 'teal', icon: IconPhone },
  'to-screen': { tone: 'dai', icon: IconSearch },
  'in-progress': { tone: 'tea', icon: IconCircleHalf2 },
  rest: { tone: 'stone', icon: IconCheck },
}

export const SATISFACTION_MARK: Record<Satisfaction, Mark> = {
  'very-satisfied': { tone: 'tea', icon: IconMoodSmile },
  satisfied: { tone: 'tea', icon: IconMoodSmile },
  'mostly-satisfied': { tone: 'tea', icon: IconMoodEmpty },
  dissatisfied: { tone: 'jujube', icon: IconMoodSad },
  'very-dissatisfied': { tone: 'jujube', icon: IconMoodSad },
}

export const STEP_MARK: Record<MatterEventType, Mark> = {
  submitted: { tone: 'stone', icon: IconMessages },
  screened: { tone: 'dai', icon: IconSearch },
  accepted: { tone: 'teal', icon: IconCheck },
  merged: { tone: 'stone', icon: IconArrowMerge },
  referred: { tone: 'dai', icon: IconExternalLink },
  rejected: { tone: 'stone', icon: IconBan },
  scheduled: { tone: 'dai', icon: IconCalendar },
  deliberated: { tone: 'dai', icon: IconCalendar },
  decided: { tone: 'tea', icon: IconScale },
  'task-assigned': { tone: 'dai', icon: IconArrowRight },
  'progress-reported': { tone: 'tea', icon: IconCircleHalf2 },
  'done-reported': { tone: 'tea', icon: IconCheck },
  'return-visit': { tone: 'teal', icon: IconPhone },
  closed: { tone: 'tea', icon: IconMoodSmile },
  reopened: { tone: 'jujube', icon: IconArrowBackUp },
  overdue: { tone: 'jujube', icon: IconFlag },
  note: { tone: 'stone', icon: IconFileText },
}

/** 0714: how people say a matter's number. */
export function matterNumber(number: number): string {
  return String(number).padStart(4, '0')
}
