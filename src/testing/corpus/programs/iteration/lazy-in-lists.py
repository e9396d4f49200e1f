both = [iter("ab"), enumerate([5])]
for it in both:
    for x in it:
        print(x)
for it in both:
    print(next(it, "end"))
# expect: a
# expect: b
# expect: (0, 5)
# expect: end
# expect: end
