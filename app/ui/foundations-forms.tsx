import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup, Switch } from './choice-field.tsx'
import { Dialog } from './dialog.tsx'
import { SelectField, TextAreaField, TextField } from './field.tsx'
import { SegmentedLinks, SegmentedRadios } from './segmented.tsx'

const WORDS = {
  title: '关闭表决',
  body: '还有 3 人没投。关闭后不能再投，结果马上计算。',
  open: '打开对话框',
  close: '关闭',
  keep: '再等等',
  confirm: '关闭并计票',
}

/** Fields, choices and the dialog in their states. */
export function FormSpecimens() {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className="g3">
      <div className="fd-col">
        <TextField
          name="place"
          label="地点"
          hint="约 40 座，有电梯，投屏已装"
          defaultValue="党群服务站二楼"
        />
        <TextField
          name="phone"
          label="手机号"
          inputMode="numeric"
          defaultValue="1385"
          error="手机号要 11 位，现在只有 4 位。"
        />
        <TextField name="closed" label="编号" defaultValue="2026-017" disabled />
      </div>
      <div className="fd-col">
        <SelectField
          name="estate"
          label="哪个小区"
          placeholder="请选择"
          options={[
            { value: 'lanxi', label: '蓝溪花园' },
            { value: 'hebin', label: '河滨里' },
          ]}
        />
        <TextAreaField
          name="words"
          label="想说的话"
          optional="选填"
          placeholder="比如：晚上几点最吵"
        />
        <SegmentedRadios
          label="记名方式"
          name="secrecy"
          defaultValue="secret"
          items={[
            { value: 'secret', label: '不记名', icon: IconEyeOff },
            { value: 'named', label: '记名', icon: IconEye },
          ]}
        />
        <SegmentedLinks
          label="看法"
          items={[
            { to: '?view=list', label: '清单', current: true },
            { to: '?view=board', label: '看板' },
          ]}
        />
      </div>
      <div className="fd-col">
        <RadioGroup
          name="repeat"
          label="多久一次"
          hint="通知会提前 7 天发出"
          defaultValue="month"
          choices={[
            { value: 'once', label: '只这一次' },
            { value: 'month', label: '每月', note: '第一个周四' },
            { value: 'day', label: '每天', disabled: true },
          ]}
        />
        <CheckboxGroup
          name="sides"
          label="请哪几方"
          defaultValues={['residents']}
          error="至少要请 2 方。"
          choices={[
            { value: 'residents', label: '居民代表' },
            { value: 'property', label: '物业' },
          ]}
        />
        <Checkbox name="agree" label="会议通知我看过了" defaultChecked />
        <Switch name="aloud" label="读给我听" defaultChecked />
        <div>
          <Button look="stop" icon={IconX} onClick={() => setOpen(true)}>
            {WORDS.open}
          </Button>
        </div>
        <Dialog
          isOpen={isOpen}
          onOpenChange={setOpen}
          title={WORDS.title}
          closeLabel={WORDS.close}
          footer={
            <>
              <Button onClick={close}>{WORDS.keep}</Button>
              <Button look="primary" onClick={close}>
                {WORDS.confirm}
              </Button>
            </>
          }
        >
          <p>{WORDS.body}</p>
        </Dialog>
      </div>
    </div>
  )
}
