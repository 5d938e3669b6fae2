### When something goes wrong: what happened, that nothing was lost, what to do. Never a code alone, never blame.

## What was typed

error-scale-out-of-range = That number is not from 1 to 10. Your answer has not changed. Choose 1 to 10, or leave it empty.
error-text-too-long = That is longer than this box can hold. Nothing was lost: shorten it or add a voice note.
error-text-control = That text has hidden characters that can’t be kept. Nothing was lost. Take them out, or type it again.
error-date-impossible = There is no such date. Nothing was lost. Check the day, the month and the year.
error-date-unlikely = That date is very far away. Nothing was lost. Check the year, and this phone’s clock.

## The plan on this phone

error-store-not-a-store = The file that holds your plan does not look like a plan. It is kept as it is, and nothing was deleted. You can set it aside and use a backup.
error-store-damaged = The file that holds your plan is damaged. It is kept as it is, and nothing was deleted. Your emergency card is kept apart from it. You can set the file aside and use a backup.
error-store-some-damaged = { $n ->
    [one] 1 entry can’t be read. It is kept as it is, and everything else is here. A backup or another phone may still have it.
   *[other] { $n } entries can’t be read. They are kept as they are, and everything else is here. A backup or another phone may still have them.
}
error-store-busy = Your plan is busy with something else. Nothing was lost. Wait a moment, then try again.
error-store-full = This phone is full, so the last change was not saved. Everything saved before is safe. Make some room, then save again.
error-store-cannot-open = This phone would not open the file that holds your plan. It is kept as it is, and nothing was deleted. Restart the phone, then try again.
error-store-io = This phone could not read or write just now. The last change may not be saved. Everything saved before is kept. Try again, or restart the phone.
error-store-newer = A newer Hearth wrote this plan. Nothing was changed. Update Hearth on this phone, then open it again.
error-store-in-use = Hearth is already open somewhere else on this phone. Nothing was lost. Close it there, then try again.
error-store-rolled-back = This phone has an older copy of your plan than before. Nothing was deleted. Look for words that are missing. A backup or another phone may have them.

## The emergency card

error-card-missing = There is no emergency card on this phone. Your plan is safe. Open your plan to make the card.
error-card-unreadable = This phone could not read the card. Your plan is kept apart from it and is safe. Unlock the phone, then try again.
error-card-too-large = The card file is larger than a card can be, so it was not opened. Your plan is safe. Open your plan to make the card again.
error-card-newer = A newer Hearth made this card. Nothing was changed. Update Hearth on this phone.
error-card-not-this = This card is another person’s, or it was altered. It is not shown, and your plan is safe. Open your plan to make the card again.
error-card-malformed = The card file is damaged. Your plan is kept apart from it and is safe. Open your plan to make the card again.

## Backups

error-backup-truncated = This backup stops too early: part of it is missing. Nothing on this phone was changed. Copy the file here once more, or use another backup.
error-backup-altered = This backup has been altered or damaged. Nothing on this phone was changed. Use another copy of it.
error-backup-newer = A newer Hearth made this backup. Nothing was changed. Update Hearth on this phone, then try again.
error-backup-wrong-words = These words do not open this backup. Nothing was changed. An older backup opens with the words you had then.
error-backup-too-large = This backup is larger than Hearth can open. Nothing was changed. Check that it is the right file.
error-backup-io = The backup could not be read or written. Nothing in your plan was changed. Check the place where it is kept, then try again.
error-backup-full = There is not enough room for the backup. Nothing in your plan was changed. Make some room, then try again.
error-backup-not-a-backup = This file is not a Hearth backup. Nothing was changed. Look for the file you saved as a backup.

error-backup-cancelled = You stopped it. Nothing in your plan was changed, and an older backup is kept. Try again when you like.

## From your other phone

error-bundle-gap = An earlier part from the other phone is missing. Nothing was lost: both phones keep their words. Send everything from the other phone again.
error-bundle-other-plan = This came from another plan, so it was not added. Nothing was changed. Check that both phones hold the same plan.
error-bundle-signature = It is not certain that this came from your other phone. It was not added, and nothing was changed. Send it again from that phone.
error-bundle-fork = The other phone seems to have gone back to an old copy. Nothing here was changed. Open Hearth on that phone, then send everything again.
error-bundle-too-large = That was too much to take in at once. Nothing was changed. Send it again in smaller parts.
error-bundle-newer = A newer Hearth sent this. It is kept aside, and nothing was lost. Update Hearth on this phone to add it.
error-bundle-other-keys = The two phones hold different keys to your plan. Nothing was changed. Open Hearth on both phones, then send it again.
error-bundle-removed-phone = This came from a phone that was removed from your plan. It was not added, and nothing was changed. Use a phone that is still listed.
error-bundle-not-a-bundle = This file did not come from your other phone. Nothing was changed. Look for the file that Hearth made there.
error-bundle-went-back = This phone went back to an older copy, and words were written here since. Nothing was changed: both phones keep their words. Copy what you wrote here to the other phone. Then set this phone up again.
error-phone-this-one = This is the phone in your hand. Nothing was changed. Use another of your phones to remove it.
error-bundle-malformed = What came from the other phone can’t be read. Nothing was changed. Send it again.

## Photos and voice notes

error-attachment-too-large = That file is too large to keep. Nothing in your plan was changed. Choose a smaller photo or a shorter voice note.
error-attachment-too-many = Your plan holds as many photos and voice notes as it can. Nothing in your plan was changed. Erase one that you no longer need, then try again.
error-attachment-not-here = This photo or voice note is not on this phone yet. Nothing was lost. Open Hearth on the phone that it was added on, then try again.
error-attachment-damaged = This photo or voice note can’t be read. It is kept as it is, and everything else is here. A backup or another phone may still have it.
error-attachment-kind = Hearth can’t keep that kind of file. Nothing in your plan was changed. Use a photo or a voice note.

## Results

error-fhir-unreadable = A result came that Hearth can’t read. Your own words have not changed, and nothing was lost. Ask your practice what it says.
error-fhir-not-a-result = Something came that is not a result. Your own words have not changed. Ask your practice what it is.
error-fhir-too-large = A result came that is too large to open. Your own words have not changed, and nothing was lost. Ask your practice what it says.
error-fhir-not-safe-to-show = A result came with a note that Hearth does not know. It is not shown, since the note may change what it means. Your own words have not changed. Ask your practice what it says.

## Anything else

error-fault = Something went wrong in Hearth itself. What you kept before is safe. Close Hearth, open it, then try again.
error-not-found = That is not in your plan any more. Nothing was lost. Look in History.
error-wrong-field = That can’t be kept here. Nothing was changed. Go back, then try again.
error-not-a-number = That is not a number. Nothing was lost. Type it as it stands on the meter, like 72.5.
error-number-unlikely = That number has too many digits. Nothing was lost. Type it as it stands on the meter, like 72.5.
error-no-authority = Nothing in this plan says that they may write for you. Nothing was changed. Look under People.
error-no-name = Hearth needs a name to call you by. Nothing else is asked for. Type any name you like.
error-card-full = The emergency card has no room for this. Nothing was lost, and the older card is kept. Take a line off the card, or shorten one.
error-not-yours = Your practice wrote this, so it can’t be erased here. Nothing was changed. Ask your practice.
error-card-not-made = The emergency card could not be made. Your plan is safe, and the older card is kept. Try again.
error-store-missing = There is no plan in this place yet. Nothing was changed. Begin one, or use a backup.
error-store-already-here = There is a plan here already. Nothing in it was changed. Open that plan, or choose another place.
error-store-changed-outside = Something other than Hearth changed the file of your plan. What can be read is still here. A backup or another phone may have the rest. Look for words that are missing.
