from collections import defaultdict

groups = defaultdict(list)
for word in ["apple", "bob", "ant", "cat", "bee"]:
    groups[word[0]].append(word)
for letter in sorted(groups):
    print(letter, groups[letter])
print(groups, dict(groups), groups.get("z"), "z" in groups)
# expect: a ['apple', 'ant']
# expect: b ['bob', 'bee']
# expect: c ['cat']
# expect: defaultdict(<class 'list'>, {'a': ['apple', 'ant'], 'b': ['bob', 'bee'], 'c': ['cat']}) {'a': ['apple', 'ant'], 'b': ['bob', 'bee'], 'c': ['cat']} None False
