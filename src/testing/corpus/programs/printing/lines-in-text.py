print "one\ntwo\n\nfour"
# expect: one
# expect: two
# expect:
# expect: four
