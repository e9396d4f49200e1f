form = "%s-%s"
pair = (1, "b")
print form % pair
# expect: 1-b
text = "%d"
text %= 5
print text + "!"
# expect: 5!
print 17 % 5, "a%sc" % "b" + "d"
# expect: 2 abcd
