import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from './sheet.tsx'

/** In place of a sheet whose file has not come. It makes room for the sheet by itself. */
export function SheetOnItsWay({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('phone')
  const { t: live } = useTranslation('live')
  return (
    <Sheet open={open} onClose={onClose} title={t('onItsWay.title')}>
      <div className="col" style={{ gap: 14 }}>
        <Note tone="amber" icon={IconCloudOff} role="status">
          {t('onItsWay.note')}
        </Note>
        <Button block onClick={onClose}>
          {live('cancel')}
        </Button>
      </div>
    </Sheet>
  )
}
