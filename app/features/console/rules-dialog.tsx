import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import css from './console.module.css'

/** The rules this session adopted, each with whether it is on. Frozen with the notice. */
export function RulesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const { rules } = useLive().meeting
  const [top, bottom] = rules.quorum
  const rows: [on: boolean, words: string][] = [
    [true, t('rules.neutral')],
    [true, t('rules.turns', { minutes: rules.turnSeconds / 60, count: rules.turnsPerItem })],
    [true, t('rules.bell', { count: rules.warnSeconds })],
    [rules.hardStop, t('rules.hardStop')],
    [rules.stanceFirst, t('rules.stance')],
    [rules.neverSpokenFirst, t('rules.neverSpoken')],
    [rules.alternateSides, t('rules.sides')],
    [rules.rightOfReply, t('rules.reply', { count: rules.shortTurnSeconds })],
    [rules.pointOfOrder, t('rules.order', { count: rules.shortTurnSeconds })],
    [
      rules.warnings > 0,
      rules.warnings > 0
        ? t('rules.warnings', { count: rules.warnings })
        : t('rules.noWarnings'),
    ],
    [rules.conflictMaySpeak, t('rules.conflict')],
    [true, t('rules.motion')],
    [true, t('rules.lastCall')],
    [true, t('rules.quorum', { share: `${top}/${bottom}` })],
  ]
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('rules.title', { version: rules.version })}
      closeLabel={live('console.close')}
    >
      <p className="ink2 sm" style={{ marginBottom: 10 }}>
        {t('rules.frozen')}
      </p>
      <ol className={css.rules}>
        {rows.map(([on, words]) => (
          <li key={words} className={on ? undefined : 'muted'}>
            <Icon of={on ? IconCircleCheck : IconCircleMinus} />
            <span className="grow">{words}</span>
            <b className="sm">{t(on ? 'rules.on' : 'rules.off')}</b>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
