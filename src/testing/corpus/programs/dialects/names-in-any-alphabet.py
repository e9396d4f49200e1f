größe = 1
π = 3
переменная = 4
名前 = "x"
ｆｕｌｌ = 5
ﬁ = 6
l·l = 7
x１ = 8
print(größe, π, переменная, 名前, full, fi, l·l, x1, f"{größe} {ｆｕｌｌ}")
# expect: 1 3 4 x 5 6 7 8 1 5
def größer(α, β=2):
    return α > β
print(größer(3), größer(β=4, α=1))
# expect: True False
# In text and comments every sign may stand: − × “ ” ´ ` ≤ １ р
print("− × ≤ “quoted” ’ ´ ` １ р é")
# expect: − × ≤ “quoted” ’ ´ ` １ р é
