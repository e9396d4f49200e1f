def words(text):
    word = ""
    for c in text:
        if c == " ":
            yield word
            word = ""
        else:
            word += c
    yield word


for w in words("the quick brown fox"):
    print(w, len(w))
# expect: the 3
# expect: quick 5
# expect: brown 5
# expect: fox 3
