print len("日本😀"), "日本😀"[2], "日本😀"[::-1]
# expect: 3 😀 😀本日
print ord("A"), chr(65), ord("日"), chr(26085), ord("😀"), chr(255)
# expect: 65 A 26085 日 128512 ÿ
for c in "aß日":
    print c
# expect: a
# expect: ß
# expect: 日
