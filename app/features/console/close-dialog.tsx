import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { decisionMark } from '#app/features/phone/decision-list.tsx'
import { useLive } from '#app/features/live/live-context.tsx'
import { openBallot } from '#app/features/live/reading.ts'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'
import { Tag } from '#app/ui/tag.tsx'

type Props = { isOpen: boolean; onClose: () => void; act: Act }

/** Before the meeting is closed for good: what it came to, and what is left. */
export function CloseDialog({ isOpen, onClose, act }: Props) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { t: tool } = useTranslation('console')
  const { meeting } = useLive()
  const left = meeting.agenda.filter(
    ({ progress }) => progress === 'waiting' || progress === 'skipped',
  )
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('console.endTitle')}
      closeLabel={t('console.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            busy={act.busy === 'close'}
            onClick={() =>
              void act.act({ type: 'close' }).then((done) => {
                if (done) onClose()
              })
            }
          >
            {t('console.endConfirm')}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p>{t('console.endNote')}</p>
        {openBallot(meeting) && <p className="b">{t('refusal.ballot-open')}</p>}
        <ul className="col" style={{ gap: 8 }}>
          {meeting.decisions.map((decision) => {
            const { outcome, tone, icon } = decisionMark(decision)
            return (
              <li key={`${decision.itemId} ${decision.decidedAt}`} className="row top">
                <Tag tone={tone} icon={icon}>
                  {term(`outcome.${outcome}`)}
                </Tag>
                <span className="grow">{decision.proposal}</span>
              </li>
            )
          })}
        </ul>
        <p className="sm ink2">{t('console.endTasks', { count: meeting.tasks.length })}</p>
        {left.length > 0 && (
          <Note tone="amber" icon={IconInbox}>
            {tool('end.left', {
              count: left.length,
              list: left.map(({ title }) => title).join(t('listComma')),
            })}{' '}
            {tool('end.leftHint')}
          </Note>
        )}
        <TroubleNote trouble={act.trouble} />
      </div>
    </Dialog>
  )
}
