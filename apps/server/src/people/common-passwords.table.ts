/**
 * The commonest passwords of eight characters and more, in lower case, as the public lists of the last years agree on them. Small
 * on purpose: sign-in asks for a second factor and slows guessing down, so the list has to hold what is guessed first
 * (NIST SP 800-63B-4 §3.1.1.2 on the length of blocklists).
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 password12345 password! password1! password@123 passw0rd p@ssword
  p@ssw0rd p@ssw0rd1 pa55word pa$$word passwort passwort1 passwort123 motdepasse motdepasse1 contraseña contrasena contrasena1
  contraseña1 senha123 parola123 haslo123 wachtwoord wachtwoord1 salasana password2024 password2025 password2026
  12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 9876543210 87654321 11111111 111111111 1111111111
  00000000 000000000 0000000000 88888888 99999999 12341234 11223344 1122334455 12121212 123123123 123321123 123454321 123456123
  147258369 159753456 789456123 741852963 963852741 987654321a 123456789a 12345678a a12345678 a123456789 1234567a 1q2w3e4r
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx qazwsxedc qazwsx123 qwertyui qwertyuiop
  qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyu1 qwer1234 qwert123 asdfghjk asdfghjkl asdf1234 asdfasdf
  zxcvbnm1 zxcvbnm123 qwertz123 qwertzui qwertzuiop azertyui azertyuiop azerty123 abcd1234 abcdefgh abcdefghi abc12345 abc123456
  abcd12345 aa123456 aa12345678 a1b2c3d4 a1b2c3d4e5 iloveyou iloveyou1 iloveyou2 iloveyou! iloveyou123 ichliebedich jetaime1
  tequiero sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 spiderman
  batman123 pokemon1 pokemon123 starwars starwars1 welcome1 welcome12 welcome123 welcome1! welcome@123 willkommen willkommen1
  bienvenue bienvenido letmein1 letmein123 letmeinnow trustno1 trustnoone admin123 admin1234 admin12345 administrator admin@123
  adminadmin root1234 rootroot toor1234 changeme changeme1 changeme123 default1 default123 guest123 guestguest test1234 test12345
  testtest testing1 testing123 user1234 username login123 master123 mastermaster computer computer1 internet internet1 samsung1
  samsung123 whatever whatever1 shadow123 monkey123 dragon123 michael1 michelle jennifer jessica1 charlie1 jordan23 liverpool
  liverpool1 chelsea1 arsenal1 barcelona barcelona1 realmadrid manchester juventus corvette mercedes ferrari1 porsche1 victoria
  elizabeth veronica alexander alexandra nicholas benjamin christian samantha patricia caroline stephanie garfield snoopy123
  blink182 metallica nirvana1 slipknot rockyou1 hellohello hello123 hello1234 hello12345 hallo123 hallohallo bonjour1 bonjour123
  freedom1 secret123 secret12 mysecret topsecret access14 maverick mustang1 midnight november december september february
  summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 sommer2025 sommer2026
  january1 monday123 butterfly chocolate cookie123 cheese123 pineapple strawberry blueberry sweetheart loveyou1 lovelove
  babygirl babygirl1 angel123 jesus123 jesuschrist godisgood blessed1 1password onepassword mypassword mypassword1 nopassword
  newpassword oldpassword yourpassword thepassword correcthorse correcthorsebatterystaple
  opensesame opensesame1 letmein! p4ssword p4ssw0rd zaq1zaq1 xxxxxxxx aaaaaaaa asdasdasd qweqweqwe qweasdzxc qwe123456
  1234qwer 1234abcd 123qweasd 123qwe123 123abc123 12qwaszx 0000000a 00112233 10203040 102030405060 1029384756 13131313
  14141414 19841984 19871987 19901990 20002000 20202020 25252525 31415926 314159265 55555555 66666666 69696969 77777777`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
