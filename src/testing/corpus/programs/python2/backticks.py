x = [1, "a"]
print(`x` + "!") # expect: [1, 'a']!
print(`7 / 2`) # expect: 3
