### Edrych ymlaen: yr hyn yr hoffwn i, ar wahân i gopïau o'r hyn a benderfynodd clinigwyr.

ahead-my-wish = Yr hyn yr hoffwn i, yn fy ngeiriau i. Nid gorchymyn meddygol yw hwn.
ahead-said-on = Dywedwyd { $date }
ahead-no-date = dim dyddiad wedi’i ysgrifennu

ahead-copy-check = copi: gwiriwch y gwreiddiol
ahead-copy-dated = Dyddiad: { $date }
ahead-copy-no-date = Nid oes dyddiad ar y copi hwn
ahead-copy-source = Ysgrifennwyd gan { $source }
ahead-copy-no-source = Nid yw’n dweud yma gan bwy y daeth
ahead-copy-original = Mae’r gwreiddiol yma: { $place }
ahead-copy-no-original = Nid yw’n dweud yma ble mae’r gwreiddiol
ahead-copy-older = { $n ->
    [one] Cedwir 1 copi hŷn
    [two] Cedwir 2 gopi hŷn
    [few] Cedwir 3 chopi hŷn
    [many] Cedwir 6 chopi hŷn
   *[other] Cedwir { $n } copi hŷn
}

choice-preference-sort-place = ble hoffwn i gael gofal
choice-preference-sort-want = beth fyddwn i ei eisiau
choice-preference-sort-not-want = beth na fyddwn i ei eisiau
choice-preference-sort-other = hefyd ar gyfer y dyfodol

error-copy-not-changed = Copi yw hwn, felly mae ei eiriau’n aros fel y maen nhw. Does dim wedi newid. Teipiwch y copi mwy newydd fel un newydd.
