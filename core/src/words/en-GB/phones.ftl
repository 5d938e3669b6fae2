### A person's own phones, and what they give each other. $date is already in words.

phones-joined = A phone joined: { $name }, { $date }
phones-new = { $n ->
    [one] 1 change came from { $name }
   *[other] { $n } changes came from { $name }
}
phones-nothing-new = Nothing new came from { $name }. It was all here already.
phones-was-here = This was here already. Nothing changed.
phones-went-back = This phone had an older copy of your plan. What { $name } had is here now. Look for words that are missing.
phones-removed = Removed, { $date }. What that phone holds already can’t be called back.
phones-your-other = your other phone
