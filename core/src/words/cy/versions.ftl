### Dau berson yn ysgrifennu, awgrymiadau, a newidiadau ers cytuno. Nobody's words win by themselves.

versions-two = Dau fersiwn
versions-check-first = dau fersiwn: gwiriwch yn gyntaf
versions-orders-check-first = dwy drefn: gwiriwch yn gyntaf
versions-also-written = Ysgrifennwyd hefyd
versions-both-kept = Mae’r ddau wedi’u cadw. Ni chafodd yr un ei ddewis drosoch.
versions-keep-both = Cadw’r ddau
versions-choose = Dewis yr un hwn
versions-write-together = Ei ysgrifennu gyda’ch gilydd
versions-settled = Penderfynwyd gennych chi, { $date }
versions-removed-or-changed = Tynnwyd ar un ffôn, newidiwyd ar y llall
versions-removed-or-changed-ask = Ei gadw, neu ei dynnu?
versions-keep = Ei gadw
versions-remove = Ei dynnu
versions-changed-since-agreed = Newidiwyd ers cytuno gyda: { $name }, { $date }
versions-see-agreed = Gweld y geiriau y cytunwyd arnynt
versions-practice-changed-too = Newidiodd eich meddygfa hwn hefyd. Mae’r ddau wedi’u cadw. Edrych arnyn nhw?
versions-newer-hearth = Hearth mwy newydd ysgrifennodd hwn. Mae wedi’i gadw. Diweddarwch Hearth i’w weld.

suggestion-practice = awgrymodd eich meddygfa newid, { $date }
suggestion-named = awgrymwyd newid gan: { $name }, { $date }
suggestion-beside = Wrth ochr eich geiriau chi. Does dim yn newid nes i chi ddweud.
suggestion-accept = Defnyddio hwn
suggestion-decline = Cadw fy un i
# Card, unwell plans and looking ahead ask a second time.
suggestion-ask-again = Gall pobl ddilyn hwn pan fyddwch chi’n sâl. Defnyddio’r geiriau newydd?
suggestion-ask-again-yes = Ie, defnyddio’r geiriau newydd
suggestion-ask-again-no = Na, cadw fy rhai i
suggestion-accepted = Mae’r geiriau newydd yn eich cynllun. Mae’ch geiriau cynt yn Hanes.
suggestion-declined = Mae’ch geiriau’n aros fel y maen nhw. Mae’r awgrym yn Hanes.

done-undo = Dadwneud
done-undone = Wedi’i ddadwneud. Mae fel yr oedd o’r blaen.
done-removed = Wedi’i dynnu. Mae’n dal yn Hanes.

versions-erased = wedi’i ddileu, fel y gofynnoch
suggestion-remove = Ei dynnu
suggestion-on-card = Ar gyfer y cerdyn argyfwng hefyd
