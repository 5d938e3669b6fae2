### When the key to the plan, or the recovery words, are the trouble.

error-key-locked = Your plan is locked until this phone is unlocked. Nothing was lost. Unlock the phone, then try again.
error-key-lost = This phone no longer has the key to your plan. The plan is still here, sealed. Type your 12 recovery words, or use another phone that has your plan.
error-key-changed = This phone’s key does not fit your plan. The plan is still here, sealed. Type your 12 recovery words to open it.
error-key-failed = This phone’s key store did not work (code { $code }). Nothing was lost. Restart the phone, then try again.
error-key-ring-damaged = The file that holds your sealed key can’t be read. It is kept as it is, and nothing was deleted. Use a backup and your 12 recovery words.
error-key-ring-newer = A newer Hearth sealed this plan. Nothing was changed. Update Hearth on this phone.
error-key-no-randomness = This phone could not make a new key. Nothing was changed. Restart the phone, then try again.

error-words-count = { $found ->
    [one] There should be 12 words, and here is 1. Nothing was lost. Check your list and type all 12.
   *[other] There should be 12 words, and here are { $found }. Nothing was lost. Check your list and type all 12.
}
error-words-unknown = Word { $position } is not on the list of recovery words. Nothing was lost. Check its spelling.
error-words-checksum = Each word is on the list, but they do not fit together. Nothing was lost. Check the order, and look for a wrong word.
error-words-not-this-plan = These words do not open this plan. Nothing was lost. Check that they are the newest words you wrote down.
