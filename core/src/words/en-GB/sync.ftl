### In step with the practice. $date is already in words.

practice-begun = A link was begun. Go back to your browser to end it, or begin again.
practice-linked = Linked with { $name }, { $date }
practice-in-step = Last in step: { $date }
practice-never = Nothing has gone to your practice yet.
practice-nothing-new = In step with { $name }. Nothing new.
practice-suggested = { $n ->
    [one] { $name } suggests 1 change. Your own words stay until you say.
   *[other] { $name } suggests { $n } changes. Your own words stay until you say.
}
practice-received = { $n ->
    [one] 1 new thing came from { $name }
   *[other] { $n } new things came from { $name }
}
practice-sent = { $n ->
    [one] 1 entry went to { $name }
   *[other] { $n } entries went to { $name }
}
practice-withdrawn = { $n ->
    [one] 1 entry was taken back from { $name }
   *[other] { $n } entries were taken back from { $name }
}
practice-gone-count = { $n ->
    [one] { $name } no longer has 1 of your entries. Your words are still here.
   *[other] { $name } no longer has { $n } of your entries. Your words are still here.
}
practice-refused-count = { $n ->
    [one] { $name } did not take 1 of your entries. Your words are still here.
   *[other] { $name } did not take { $n } of your entries. Your words are still here.
}
practice-gone = Your practice no longer has this. Your words are still here. You can send it again.
practice-refused = Your practice did not take this. Your words are still here. You can change it, or send it again.
practice-vanished = { $n ->
    [one] 1 thing that your practice sent is no longer there. It is still here.
   *[other] { $n } things that your practice sent are no longer there. They are still here.
}
practice-no-goals = This link does not let Hearth send your goals.
practice-no-plans = This link does not let Hearth send your plans.
practice-no-results = This link does not let Hearth fetch your results.
practice-no-medicines = This link does not let Hearth fetch your medicines.
practice-unlinked = The link with { $name } has ended. All your words are still here. What you sent before stays with them.
practice-unlinked-untold = The link with { $name } has ended on this phone. They could not be told just now. All your words are still here. What you sent before stays with them.

## When it does not go well

error-practice-not-linked = This plan is not linked with a practice. Nothing is missing: everything else works. Ask your practice if you want a link.
error-practice-link-again = The link with your practice has ended. Nothing was lost: your words are here. Make the link again.
error-practice-linked-elsewhere = This plan is linked with another practice, or with another record. Nothing was changed. Close that link first.
error-practice-other-person = The record at the practice seems to be another person’s, or it was closed. Nothing was taken in and nothing was sent. Ask your practice.
error-practice-runs = Hearth is getting in step with your practice already. Nothing was lost. Wait a moment.
error-practice-no-connection = Your practice can’t be reached just now. Nothing was lost: your words are here. Hearth will try again.
error-practice-slow = Your practice took too long to answer. Nothing was lost: your words are here. Hearth will try again.
error-practice-busy = Your practice is busy just now. Nothing was lost: your words are here. Hearth will try again.
error-practice-not-proven = It is not certain that this is your practice, so nothing was sent. Nothing was lost. Try again on another network.
error-practice-elsewhere = Your practice’s computer tried to send Hearth somewhere else. Nothing was sent there, and nothing was lost. Ask your practice about it.
error-practice-too-much = Your practice sent more than Hearth can take in. Nothing was lost: your words are here. Ask your practice about it.
error-practice-not-allowed = This link does not let Hearth do that. Nothing was lost: your words are here. Make the link again and allow it.
error-practice-unreadable = Your practice’s computer gave an answer that Hearth can’t read. Nothing was lost: your words are here. Hearth will try again.
error-practice-stopped = It was stopped before the end. Nothing was lost: what was done is kept. Try again when you like.
error-practice-address = That is not a safe address for a practice. Nothing was sent. Check it, then try again.
error-practice-cannot-link = Your practice’s computer does not offer a link that Hearth can use. Nothing was changed. Ask your practice.
error-practice-not-asked = That answer did not come from what this phone asked. Nothing was changed. Make the link again.
error-practice-refused-link = The link was not allowed. Nothing was changed. Try again when you like.
error-practice-no-patient = Your practice did not say whose record it is, so there is no link. Nothing was changed. Ask your practice.

## A file from a practice

paper-suggested = { $n ->
    [one] The file suggests 1 change. Your own words stay until you say.
   *[other] The file suggests { $n } changes. Your own words stay until you say.
}
paper-received = { $n ->
    [one] 1 new thing came with the file
   *[other] { $n } new things came with the file
}
paper-left-out = { $n ->
    [one] 1 thing in the file can’t be read and was left out. Nothing was lost.
   *[other] { $n } things in the file can’t be read and were left out. Nothing was lost.
}
paper-nothing-new = There is nothing new in this file. Nothing was changed.
error-paper-other-person = This file seems to be about another person, or about a record that was closed. Nothing of it was taken in, and nothing was changed. Ask who gave it to you.
error-paper-not-proven = Hearth can’t tell that this file is about you. Nothing of it was taken in, and nothing was changed. Write your NHS number in your plan and try again, or ask who gave it to you.
error-paper-not-a-bundle = This is not a file of a care record that Hearth can take in. Nothing was changed. Ask for a FHIR document.
error-paper-too-large = This file is too large to take in. Nothing was changed. Ask for a smaller one.
error-paper-unreadable = Hearth can’t read this file. Nothing was changed. Ask for it once more.
