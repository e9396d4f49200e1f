print "žluťoučký 日本 😀"
# expect: žluťoučký 日本 😀
print ["é", "日"]
# expect: ['é', '日']
