print("hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "o")))
# expect: hippo hipp
print("hello".translate(str.maketrans({"h": "J", "o": None, 108: "LL"})), "abc".translate({97: "x", 98: None, 99: 100}))
# expect: JeLLLL xd
