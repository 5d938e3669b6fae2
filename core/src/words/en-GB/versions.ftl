### Two people writing, suggestions, and changes since something was agreed. Nobody's words win by themselves.

versions-two = Two versions
versions-check-first = two versions: check first
versions-orders-check-first = two orders: check first
versions-also-written = Also written
versions-both-kept = Both are kept. Neither was chosen for you.
versions-keep-both = Keep both
versions-choose = Choose this one
versions-write-together = Write it together
versions-settled = Settled by you, { $date }
versions-removed-or-changed = Removed on one phone, changed on the other
versions-removed-or-changed-ask = Keep it, or remove it?
versions-keep = Keep it
versions-remove = Remove it
versions-changed-since-agreed = Changed since agreed with { $name }, { $date }
versions-see-agreed = See the words that were agreed
versions-practice-changed-too = Your practice changed this too. Both are kept. Look at them?
versions-newer-hearth = A newer Hearth wrote this. It is kept. Update Hearth to see it.

suggestion-practice = your practice suggested a change, { $date }
suggestion-named = { $name } suggested a change, { $date }
suggestion-beside = Beside your words. Nothing changes until you say.
suggestion-accept = Use this
suggestion-decline = Keep mine
# Card, unwell plans and looking ahead ask a second time.
suggestion-ask-again = People may act on this when you are unwell. Use the new words?
suggestion-ask-again-yes = Yes, use the new words
suggestion-ask-again-no = No, keep mine
suggestion-accepted = The new words are in your plan. Your earlier words are in History.
suggestion-declined = Your words stay as they are. You can find the suggestion in History.

done-undo = Undo
done-undone = Undone. It is as it was before.
done-removed = Removed. It is still in History.

versions-erased = erased, as you asked
suggestion-remove = Remove it
suggestion-on-card = For the emergency card too
