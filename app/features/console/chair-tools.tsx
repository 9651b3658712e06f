import {
  IconArrowsExchange,
  IconBell,
  IconBellOff,
  IconDeviceDesktop,
  IconDoorExit,
  IconListCheck,
  IconTemperature,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Officer } from '#app/domain/meetings/meeting.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { TextField } from '#app/ui/field.tsx'
import { Button } from '#app/ui/button.tsx'
import { CommandDialog, wordsIn } from './command-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { RulesDialog } from './rules-dialog.tsx'
import { ScreenDialog } from './screen-dialog.tsx'
import type { Bell } from './use-bell.ts'
import { useRole } from './use-role.ts'
import css from './console.module.css'

type Tool = 'temperature' | 'screen' | 'rules' | 'handOver' | 'takeBack' | 'adjourn'

/** What is wanted at any moment and not all the time; each opens over the page. */
export function ChairTools({ bell, staff }: { bell: Bell; staff: readonly Officer[] }) {
  const { t } = useTranslation('console')
  const { meeting } = useLive()
  const { isChair, mayWrite, mayTakeBack } = useRole()
  const act = useAct()
  const [open, setOpen] = useState<Tool | null>(null)
  const close = () => setOpen(null)
  const running = meeting.phase === 'in-session' || meeting.phase === 'paused'
  const tool = (name: Tool, icon: typeof IconBell, when: boolean) =>
    when && (
      <Button key={name} size="small" icon={icon} onClick={() => setOpen(name)}>
        {t(`tools.${name}`)}
      </Button>
    )
  return (
    <section className={css.tools} aria-label={t('tools.title')}>
      {tool(
        'temperature',
        IconTemperature,
        isChair && meeting.phase === 'in-session' && !meeting.temperature,
      )}
      {tool('screen', IconDeviceDesktop, mayWrite && meeting.phase !== 'closed')}
      {tool('rules', IconListCheck, true)}
      {tool('handOver', IconArrowsExchange, isChair && meeting.phase !== 'closed')}
      {tool('takeBack', IconArrowsExchange, mayTakeBack && meeting.phase !== 'closed')}
      {tool('adjourn', IconDoorExit, isChair && running && meeting.adjournedAt === null)}
      <Button
        size="small"
        look="ghost"
        icon={bell.muted ? IconBellOff : IconBell}
        aria-pressed={bell.muted}
        onClick={bell.toggle}
      >
        {t(bell.muted ? 'bell.muted' : 'bell.on')}
      </Button>
      <CommandDialog
        isOpen={open === 'temperature'}
        onClose={close}
        title={t('temperature.title')}
        submitLabel={t('temperature.open')}
        toCommand={(form) => ({
          type: 'open-temperature',
          question: wordsIn(form, 'question'),
        })}
      >
        <p className="ink2 sm">{t('temperature.note', { count: 5 })}</p>
        <TextField
          name="question"
          label={t('temperature.question')}
          defaultValue={t('temperature.usual')}
          required
          maxLength={120}
        />
      </CommandDialog>
      <ScreenDialog isOpen={open === 'screen'} onClose={close} />
      <RulesDialog isOpen={open === 'rules'} onClose={close} />
      <HandOverDialog isOpen={open === 'handOver'} onClose={close} staff={staff} />
      <ReasonDialog
        isOpen={open === 'takeBack'}
        onClose={close}
        title={t('handOver.back')}
        label={t('reason')}
        suggestions={[t('handOver.backDone')]}
        submitLabel={t('handOver.back')}
        trouble={act.trouble}
        busy={act.busy !== null}
        onSubmit={(reason) => act.act({ type: 'take-back-chair', reason })}
      />
      <ReasonDialog
        isOpen={open === 'adjourn'}
        onClose={close}
        title={t('adjourn.title')}
        label={t('reason')}
        hint={t('adjourn.hint')}
        suggestions={[t('adjourn.power'), t('adjourn.facts')]}
        submitLabel={t('adjourn.do')}
        trouble={act.trouble}
        busy={act.busy !== null}
        onSubmit={(reason) => act.act({ type: 'adjourn', reason })}
      />
    </section>
  )
}
