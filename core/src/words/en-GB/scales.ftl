### Scales from 1 to 10. Empty until touched; a low number is an answer like any other.

scale-not-answered = not answered
scale-clear = Clear
scale-importance-ask = How important is this to me?
scale-importance-low = 1 not important
scale-importance-high = 10 important
scale-importance-chosen = Important { $n } of 10
scale-importance-word = { $n ->
    [1] not important
    [2] hardly important
    [3] a little important
    [4] somewhat important
    [5] in the middle
    [6] fairly important
    [7] clearly important
    [8] very important
    [9] extremely important
    [10] as important as can be
   *[other] { $n }
}
scale-confidence-ask = How confident do you feel?
scale-confidence-low = 1 not confident
scale-confidence-high = 10 very confident
scale-confidence-chosen = Confident { $n } of 10
scale-confidence-word = { $n ->
    [1] not confident
    [2] hardly confident
    [3] a little confident
    [4] somewhat confident
    [5] in the middle
    [6] fairly confident
    [7] mostly confident
    [8] confident
    [9] close to very confident
    [10] very confident
   *[other] { $n }
}
# Asked when confidence is below 7.
scale-coaching = What would make it a 7?
