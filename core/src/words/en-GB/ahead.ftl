### Looking ahead: what I would like, kept apart from copies of what clinicians decided.

ahead-my-wish = What I would like, in my words. It is not a medical order.
ahead-said-on = Said { $date }
ahead-no-date = no date written

ahead-copy-check = copy: check the original
ahead-copy-dated = Dated { $date }
ahead-copy-no-date = No date is written on this copy
ahead-copy-source = Written by { $source }
ahead-copy-no-source = It is not written here who it is from
ahead-copy-original = The original is here: { $place }
ahead-copy-no-original = It is not written here where the original is
ahead-copy-older = { $n ->
    [one] 1 older copy is kept
   *[other] { $n } older copies are kept
}

choice-preference-sort-place = where I would like to be cared for
choice-preference-sort-want = what I would want
choice-preference-sort-not-want = what I would not want
choice-preference-sort-other = also for later

error-copy-not-changed = This is a copy, so its words stay as they are. Nothing was changed. Type the newer copy as a new one.
