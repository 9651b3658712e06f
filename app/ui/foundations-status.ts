import {
  IconArchive,
  IconArrowBackUp,
  IconArrowMerge,
  IconArrowRight,
  IconBan,
  IconCalendar,
  IconCheck,
  IconCircleCheck,
  IconCircleDot,
  IconCircleHalf2,
  IconCircleMinus,
  IconCircleX,
  IconDoorEnter,
  IconEdit,
  IconExternalLink,
  IconFileText,
  IconFlag,
  IconHourglass,
  IconInbox,
  IconLock,
  IconMoodSmile,
  IconPhone,
  IconPlayerPause,
  IconPlayerStop,
  IconScale,
  IconSearch,
  IconSpeakerphone,
  IconUserCheck,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { IconHall } from './icon-hall.tsx'
import type { IconDrawing } from './icon.tsx'
import type { Tone } from './tone.ts'

type StatusSpecimen = {
  tone: Tone
  icon: IconDrawing
  word: string
  other: string
  solid: boolean
}

type Row = [tone: Tone, icon: IconDrawing, zh: string, en: string, solid?: 'solid']

const LISTS: { zh: string; en: string; rows: Row[] }[] = [
  {
    zh: '会议',
    en: 'Meetings',
    rows: [
      ['stone', IconEdit, '筹备中', 'Planned'],
      ['dai', IconSpeakerphone, '已通知', 'Notified'],
      ['teal', IconDoorEnter, '签到中', 'Doors open'],
      ['tea', IconCircleDot, '进行中', 'In session', 'solid'],
      ['amber', IconPlayerPause, '休会', 'Paused'],
      ['stone', IconPlayerStop, '已散会', 'Ended'],
      ['amber', IconFileText, '纪要核对中', 'Minutes in review'],
      ['teal', IconUserCheck, '纪要已确认', 'Minutes confirmed'],
      ['tea', IconWorld, '已公布', 'Published'],
      ['stone', IconArchive, '已归档', 'Archived'],
      ['jujube', IconCircleX, '已取消', 'Cancelled'],
    ],
  },
  {
    zh: '表决',
    en: 'Ballots',
    rows: [
      ['stone', IconFileText, '待开放', 'Prepared'],
      ['dai', IconSpeakerphone, '已公告', 'Announced'],
      ['tea', IconInbox, '表决中', 'Voting open', 'solid'],
      ['stone', IconLock, '已截止', 'Closed'],
      ['teal', IconScale, '已计票', 'Counted'],
      ['amber', IconHourglass, '异议期', 'Objection window'],
      ['tea', IconCircleCheck, '通过', 'Carried'],
      ['stone', IconCircleMinus, '未通过', 'Not carried'],
      ['amber', IconUsers, '人数不够', 'Quorum not met'],
      ['tea', IconHall, '形成共识', 'Consensus'],
      ['dai', IconArrowRight, '建议案', 'Recommendation'],
      ['jujube', IconCircleX, '作废', 'Void'],
    ],
  },
  {
    zh: '关键小事',
    en: 'Matters',
    rows: [
      ['dai', IconSearch, '待初审', 'Screening'],
      ['teal', IconCheck, '已受理', 'Accepted'],
      ['stone', IconArrowMerge, '已合并', 'Merged'],
      ['dai', IconExternalLink, '已转办', 'Referred'],
      ['stone', IconBan, '不予受理', 'Not accepted'],
      ['dai', IconCalendar, '已上会', 'On an agenda'],
      ['tea', IconCircleHalf2, '办理中', 'In progress'],
      ['amber', IconHourglass, '快到期', 'Due soon'],
      ['jujube', IconFlag, '已逾期', 'Overdue'],
      ['teal', IconPhone, '待回访', 'Awaiting call-back'],
      ['jujube', IconArrowBackUp, '重办', 'Reopened'],
      ['tea', IconMoodSmile, '满意办结', 'Closed, satisfied'],
    ],
  },
]

/** The three status vocabularies: what each state is called, here and in the other language, and how it looks. */
export function statusSpecimens(language: string): { title: string; rows: StatusSpecimen[] }[] {
  const english = language.startsWith('en')
  return LISTS.map(({ zh, en, rows }) => ({
    title: english ? en : zh,
    rows: rows.map(([tone, icon, inChinese, inEnglish, solid]) => ({
      tone,
      icon,
      word: english ? inEnglish : inChinese,
      other: english ? inChinese : inEnglish,
      solid: solid === 'solid',
    })),
  }))
}
