# Sharing a part of the plan by a link.

## What can be shared

share-section-emergency = If I am found unwell
share-section-about = About me
share-section-goals = My goals and plan
share-section-ahead = Looking ahead
share-section-people = People in my life and care
share-section-readings = What I measured
share-section-sheets = My answers before visits

## In front of what is shared

share-made-by = { $name } made this copy with Hearth.
share-made-by-person = The person whose plan this is made this copy with Hearth.
share-not-in-it = Not in this copy: { $list }.
share-kept-back = They may have kept other things to themselves.

## What cannot be undone

share-undo-key = Whoever has the link has its key. They can give it to others.
share-undo-copies = What somebody has opened, they may keep. Ending the link does not take that back.
share-undo-passcode = The passcode stops people at the host. Give it to them in another way than the link.

## How it stands

share-waiting = The host does not have this yet. The link will work once Hearth has reached it.
share-open = Whoever has the link can open this now.
share-paused = Paused. Nobody can open this until you go on with it.
share-not-yet-paused = Not yet paused at the host. The link may still open. Hearth will tell the host again.
share-locked = A wrong passcode was tried too often, so nobody can open this any more. End it, and share again.
share-expired = This has ended by itself.
share-not-yet-ended = Not yet ended at the host. The link may still open. Hearth will tell the host again.
share-ended = Ended. The link opens nothing any more.
share-ended-lost = A phone of yours was lost, so this was ended. Copies that others keep stay with them. Make new links for whom you want.
share-gone = The host no longer has this. The link opens nothing.
share-until = Ends by itself: { $date }
share-was-until = Ended by itself: { $date }
share-ends-soon = This ends soon: { $date }
share-made-elsewhere = This was shared on another phone of yours, and its link can be shown there. You can pause it or end it here.
share-asked = The host was last asked: { $date }
share-wrong-passcodes =
    { $n ->
        [one] A wrong passcode was tried. { $n } more can be tried.
       *[other] A wrong passcode was tried. { $n } more can be tried.
    }
share-looked = { $date }: somebody who says that they are { $name }
share-looked-nobody = { $date }: somebody who did not say who they are

## When sharing does not go well

error-share-no-host = No share host is set up on this phone. Nothing was shared. Use the screen or paper, or set up a host.
error-share-nothing = Nothing was chosen. Nothing was shared. Choose what to share.
error-share-changed = Your plan has changed since you looked. Nothing was shared. Look at it again, then share.
error-share-until = That time is past. Nothing was changed. Choose a later time.
error-share-no-connection = The host can’t be reached just now. Nothing was lost. Hearth will try again.
error-share-slow = The host took too long to answer. Nothing was lost. Hearth will try again.
error-share-not-proven = It is not certain that this is the host, so nothing was sent. Nothing was lost. Try again on another network.
error-share-address = That is not a safe address of a share host. Nothing was sent. Check it, then try again.
error-share-clock = By the host’s clock, that time is past. Nothing was lost. Check the date and time of this phone, or choose a later time.
error-share-elsewhere = The host tried to send Hearth somewhere else. Nothing was sent there, and nothing was lost. Ask whoever runs it.
error-share-gone = The host no longer has this. Nothing of your plan was lost. Make a new link if you like.
error-share-ended = This has ended and can’t be changed any more. Nothing of your plan was lost. Make a new link if you like.
error-share-token = The host does not take this phone’s token. Nothing was lost. Ask whoever runs it for a new one.
error-share-busy = The host is busy just now. Nothing was lost. Hearth will try again.
error-share-too-much = This is more than the host takes. Nothing was lost. Choose fewer parts of your plan.
error-share-unreadable = The host gave an answer that Hearth can’t read. Nothing was lost. Hearth will try again.

## Links that other people made

error-link-none = There is no health link in that. Nothing was opened. Copy the whole link, or scan its code.
error-link-too-long = That is too long for a health link. Nothing was opened. Ask for the link again.
error-link-viewer = What comes before this link is not a safe page. Nothing was opened. Ask for the link again.
error-link-cut-off = A part of this link is missing. Nothing was opened. Copy all of it, or scan its code.
error-link-unreadable = What is in this link can’t be read. Nothing was opened. Ask for the link again.
error-link-key = The key in this link is not whole. Nothing was opened. Copy all of it, or scan its code.
error-link-address-too-long = The address in this link is too long to be one. Nothing was opened. Ask for the link again.
error-link-not-safe = The address in this link is not a safe one. Nothing was opened. Ask whoever sent it.
error-link-private = The address in this link leads into a private network. Nothing was opened. Ask whoever sent it.
error-link-contradicts = This link contradicts itself. Nothing was opened. Ask for the link again.
error-link-label-too-long = The name is longer than a link’s can be. Nothing was lost. Make it shorter.
error-link-label-hides = The name has hidden signs in it. Nothing was opened or changed. Ask whoever sent it, or type the name anew.
error-link-newer = This is a newer kind of link. Nothing was opened. Update Hearth, then try again.

error-follow-no-connection = The link could not be checked just now. What you have is kept. Try again later.
error-follow-slow = The host took too long to answer. What you have is kept. Try again later.
error-follow-not-proven = It is not certain that this is the right host, so nothing was opened. What you have is kept. Try again on another network.
error-follow-redirected = The host tried to send Hearth somewhere else. Nothing was opened there. What you have is kept. Ask whoever shared it.
error-follow-nothing = This link gives nothing now. It may be paused or ended. What you have is kept. Ask whoever shared it.
error-follow-passcode = The passcode is missing or not right. Nothing was opened. Ask whoever shared it.
error-follow-passcode-none-left = A wrong passcode was tried too often, and this link opens nothing any more. Nothing was opened. Ask whoever shared it for a new one.
error-follow-busy = The host is busy just now. What you have is kept. Try again later.
error-follow-older = The host gave an older copy than the one you have. What you have is kept. Ask whoever shared it.
error-follow-other = What the host gave is not from the person who shared this with you. What you have is kept. Ask them.
error-follow-status = The host did not answer as it should. What you have is kept. Try again later.
error-manifest-too-large = The host sent more than Hearth can take in. Nothing was opened. What you have is kept. Ask whoever shared it.
error-manifest-unreadable = The host gave an answer that Hearth can’t read. Nothing was opened. What you have is kept. Ask whoever shared it.
error-manifest-too-many = This link has more files than a link can have. Nothing was opened. Ask whoever shared it.
error-manifest-nowhere = A file of this link is missing. Nothing was opened. Ask whoever shared it.
error-manifest-elsewhere = A file of this link is on another host. Nothing was fetched from there. Ask whoever shared it.
error-manifest-private = A file of this link is in a private network. Nothing was fetched from there. Ask whoever shared it.
error-file-not-sealed = What is behind this link is not sealed. Nothing was opened. Ask whoever shared it.
error-file-algorithm = What is behind this link is sealed in a way that Hearth does not take. Nothing was opened. Ask whoever shared it.
error-file-wrong-key = What is behind this link does not open with its key. It may have been changed. What you have is kept. Ask whoever shared it.
error-file-too-large = What is behind this link is too large to open. What you have is kept. Ask whoever shared it.
error-file-packed = What is behind this link can’t be unpacked. What you have is kept. Ask whoever shared it.

## A copy of somebody else’s plan that is kept

follow-checked = Last checked: { $date }
follow-not-checked = Could not check since { $date }. What you have is kept.
follow-was-ended = { $date }: the person ended this. It is no longer kept here.
follow-expired = { $date }: this ended by itself. It is no longer kept here.
follow-past = Shared until { $date }. That is past. What you have is kept until the host says so too.
follow-no-longer-valid = Whoever shared this says that it should no longer be relied on. What you have is kept. Ask them.
follow-more-files = { $n ->
    [one] 1 more file came with this. Hearth does not show it.
   *[other] { $n } more files came with this. Hearth does not show them.
}
follow-as-of = As of { $date }
follow-waits-for-half = Waiting for { $name } to answer. Look again in a moment.
follow-waits-for-yes = Waiting for { $name } to say yes. Look again in a moment.
follow-suggestions-wait = { $n ->
    [one] 1 suggestion waits for signal.
   *[other] { $n } suggestions wait for signal.
}
follow-no-longer-suggests = You can’t suggest to { $name } any more. Ask them to pair again if they want that.
error-follow-full = There is no room for another copy here. Nothing you have was lost. Take one away first.
error-not-paired = Only somebody who is paired can suggest. Nothing was lost. Ask them to pair with you.

## Pairing: two phones and six digits

pair-waits = Show this code, or send it. Then wait for the answer.
pair-compare = Read these digits out to each other. Say yes only if { $name } has the same ones.
phone-show-this = Scan this code with your new phone.
phone-compare = Look at both phones. Say yes only if { $name } shows the same digits. It will get your whole plan.
phone-plan-waits = Your plan is not yet on its way to { $name }. Hearth will try again.
phone-plan-sent = Your plan is on its way to { $name }. Go on there.
error-pair-not-one = That is no code for pairing. Nothing was begun. Look for the code on the other phone, then try again.
error-pair-newer = A newer Hearth made this code. Nothing was begun. Update Hearth, then try again.
error-pair-cut-off = A part of this code is missing. Nothing was begun. Copy all of it, or scan it and try again.
error-pair-address = The address in this code is not a safe one. Nothing was begun. Ask for a new code.
error-pair-between = Somebody else may have answered this code. Nobody was paired, and nothing was given away. Make a new code.
error-pair-over = This pairing has not been answered yet, or is over. Nothing was changed. Look again, or make a new code and try again.
error-pair-too-many = Several pairings are waiting already. Nothing was begun. Take one away first.

## Carers who are paired

carer-paired = Paired: { $date }
carer-looked = { $name } last looked: { $date }
carer-not-looked = { $name } has not looked yet.
carer-ended = Ended: { $date }. They can’t look or suggest any more. What they saw they may remember.
carer-not-yet-out = The host has not heard of this yet. Hearth will tell it again.
carer-letters-refused = { $n ->
    [one] 1 message was not taken: it came twice, or is not from { $name }.
   *[other] { $n } messages were not taken: they came twice, or are not from { $name }.
}
carer-letters-lost = { $n ->
    [one] 1 suggestion of { $name } was about something that is not in your plan now.
   *[other] { $n } suggestions of { $name } were about something that is not in your plan now.
}
carer-letters-held = { $n ->
    [one] 1 more suggestion of { $name } waits until you have decided about some of those that are here.
   *[other] { $n } more suggestions of { $name } wait until you have decided about some of those that are here.
}
mail-suggested = { $name } suggests a change. Your own words stay until you say.
error-mailbox-full = The host has no room for more just now. Nothing was lost. Try again later.
error-mailbox-not-yours = The host did not take this from this phone. Nothing was lost. Ask to pair again if you need to.

## For a visit

visit-code-ready = Show this code at the visit. It needs no signal on your phone.
visit-code-paper = There is no host, so this code holds the words of your card.
visit-code-waits = The host does not have this yet. Open Hearth once with signal before you go.
