import { useTranslation } from 'react-i18next'
import { SCREEN_VIEWS, type ScreenView } from '#app/domain/meetings/screen.ts'
import { useLive } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { SelectField, TextAreaField } from '#app/ui/field.tsx'
import { CommandForm, wordsIn } from './command-dialog.tsx'

type Props = { isOpen: boolean; onClose: () => void }

/** What the hall's screen shows: following the room, held on a view, a message, minutes read back. */
export function ScreenDialog({ isOpen, onClose }: Props) {
  const { t } = useTranslation('console')
  const { t: live } = useTranslation('live')
  const { meeting } = useLive()
  const act = useAct()
  const { screen } = meeting
  const begun = meeting.agenda.filter((item) => item.startedAt !== null)
  const stay = () => undefined
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      wide
      title={t('screen.title')}
      closeLabel={live('console.close')}
    >
      <div className="col" style={{ gap: 20 }}>
        <SelectField
          name="view"
          label={t('screen.pin')}
          hint={t(screen.pinned ? 'screen.pinned' : 'screen.follows')}
          value={screen.pinned ?? ''}
          placeholder={t('screen.follow')}
          options={SCREEN_VIEWS.map((view) => ({
            value: view,
            label: t(`screen.view.${view}`),
          }))}
          onChange={(event) =>
            void act.act({
              type: 'pin-screen',
              view: (event.target.value || null) as ScreenView | null,
            })
          }
        />
        <TroubleNote trouble={act.trouble} />
        <CommandForm
          submitLabel={t('screen.show')}
          toCommand={(form) => ({ type: 'show-message', text: wordsIn(form, 'text') })}
          onDone={stay}
        >
          <TextAreaField
            name="text"
            label={t('screen.message')}
            hint={t('screen.messageHint')}
            defaultValue={screen.message?.text ?? ''}
            rows={2}
            maxLength={120}
            required
          />
          {screen.message && (
            <Button
              size="small"
              busy={act.busy === 'clear-message'}
              onClick={() => void act.act({ type: 'clear-message' })}
            >
              {t('screen.clear')}
            </Button>
          )}
        </CommandForm>
        {begun.length > 0 && (
          <CommandForm
            submitLabel={t('screen.readBack')}
            toCommand={(form) => ({
              type: 'show-minutes',
              itemId: wordsIn(form, 'itemId'),
              text: wordsIn(form, 'minutes'),
            })}
            onDone={stay}
          >
            <SelectField
              name="itemId"
              label={t('screen.minutes')}
              hint={t('screen.minutesHint')}
              options={begun.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <TextAreaField
              name="minutes"
              label={t('screen.minutesText')}
              optional={live('optional')}
              defaultValue={screen.readBack?.text ?? ''}
              rows={3}
              maxLength={500}
            />
            {screen.readBack && (
              <Button
                size="small"
                busy={act.busy === 'hide-minutes'}
                onClick={() => void act.act({ type: 'hide-minutes' })}
              >
                {t('screen.hide')}
              </Button>
            )}
          </CommandForm>
        )}
      </div>
    </Dialog>
  )
}
