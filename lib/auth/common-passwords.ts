/**
 * The commonest passwords that are long enough to pass for good ones, lower case and without spaces. Shorter ones are
 * refused by their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
123456789012 1234567890123 12345678901234 123456789123 123456123456 1234567891011 12345678910a 0123456789012
012345678910 098765432109 098765432100 987654321098 987654321000 111222333444 112233445566 121212121212
123123123123 123412341234 123321123321 111111222222 101010101010 123454321234 123456654321 123456789abc
123456789qwe 123456abcdef 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qazxsw23edc 1qaz2wsx3edc4rfv 123qweasdzxc
123qwe123qwe 1234qwerasdf 1234qwerasdfzxcv 12qwaszx3erdfc abc123abc123 abcd1234abcd abcdefghijkl abcdefghijklm
abcdefg12345 abcdefgh1234 abcdef123456 abcdefghijklmnop a1b2c3d4e5f6 aaaaaa111111 administrator administrator1
adminadmin12 adminadminadmin admin1234567 admin12345678 admin@123456 changeme1234 changemeplease changeme12345
correcthorsebatterystaple defaultpassword dragondragon footballfootball iloveyou1234 iloveyou12345 iloveyouforever
iloveyouiloveyou ihateyou1234 letmein12345 letmein123456 letmeinplease letmeinletmein london123456 manchester1
manchesterunited michaeljordan microsoft123 minecraft123 monkey123456 monkeymonkey mypassword12 mypassword123
mypassword1234 newpassword1 newpassword123 nopassword12 p@ssword1234 p@ssw0rd1234 p@ssw0rd12345 pa55word1234
passw0rd1234 passw0rd12345 password0000 password1111 password1234 password12345 password123456 password1234567
password12345678 password123456789 password@123 password@1234 passwordpassword passwort1234 princess1234
qazwsxedcrfv qazwsxedc123 qwer1234asdf qwerasdfzxcv qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty
qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop123456789 qwertyuiopasdf qwertyuiopasdfghjkl qwertyuiop[]
qwertzuiop12 asdfghjkl123 asdfghjkl1234 asdfasdfasdf asdf1234asdf zxcvbnm12345 zxcvbnmzxcvbn zxcvbnm,./123
starwars1234 summer123456 sunshine1234 superman1234 supersecret1 secretsecret secretpassword testtesttest
test12345678 test123456789 thisisapassword trustno1trustno1 welcome12345 welcome123456 whatthehell1 winter123456
open-sesame1 opensesame12
`
    .trim()
    .split(/\s+/),
)
