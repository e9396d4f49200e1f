def t(x):
    if x: return 1
    return 0
print t(0), t(1), t(-1), t(0.0), t(0.5), t(""), t("a"), t([]), t([0]), t(()), t(None), t(True), t(t)
# expect: 0 1 1 0 1 0 1 0 1 0 0 1 1
inf = 1e38 * 1e38
print t(inf - inf), bool(inf), bool(""), bool("0")
# expect: 1 True False True
