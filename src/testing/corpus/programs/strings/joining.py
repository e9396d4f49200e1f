a = "ab"
print a + "cd", a + 1, 1 + a, a + 2.5, a + True, a + None
# expect: abcd ab1 1ab ab2.5 abTrue abNone
print "-" * 5, 3 * "ab", "x" * 0, "x" * -2
# expect: ----- ababab  
