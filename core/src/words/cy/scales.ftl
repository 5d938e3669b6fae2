### Graddfeydd o 1 i 10. Empty until touched; a low number is an answer like any other.

scale-not-answered = heb ei ateb
scale-clear = Clirio
scale-importance-ask = Pa mor bwysig yw hyn i mi?
scale-importance-low = 1 ddim yn bwysig
scale-importance-high = 10 pwysig
scale-importance-chosen = Pwysig { $n } o 10
scale-importance-word = { $n ->
    [1] ddim yn bwysig
    [2] prin yn bwysig
    [3] ychydig yn bwysig
    [4] braidd yn bwysig
    [5] yn y canol
    [6] gweddol bwysig
    [7] pwysig, yn amlwg
    [8] pwysig iawn
    [9] hynod bwysig
    [10] mor bwysig ag y gall fod
   *[other] { $n }
}
scale-confidence-ask = Pa mor hyderus ydych chi’n teimlo?
scale-confidence-low = 1 ddim yn hyderus
scale-confidence-high = 10 hyderus iawn
scale-confidence-chosen = Hyderus { $n } o 10
scale-confidence-word = { $n ->
    [1] ddim yn hyderus
    [2] prin yn hyderus
    [3] ychydig yn hyderus
    [4] braidd yn hyderus
    [5] yn y canol
    [6] gweddol hyderus
    [7] hyderus ar y cyfan
    [8] hyderus
    [9] bron yn hyderus iawn
    [10] hyderus iawn
   *[other] { $n }
}
# Asked when confidence is below 7.
scale-coaching = Beth fyddai’n ei wneud yn 7?
