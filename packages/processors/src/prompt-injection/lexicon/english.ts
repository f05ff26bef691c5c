import type { Lexicon } from './concept.js'

export const english: Lexicon = {
  ignore:
    'ignor* disregard* forget forgets forgetting forgot overlook* bypass* circumvent* overrid* neglect* discard* skip dismiss* abandon* erase wipe nevermind never_mind pay_no_attention set_aside throw_away throw_out drop omit cancel cancels undo unlearn put_aside',
  previous:
    'previous* prior preceding earlier above before foregoing already so_far up_to_now until_now beforehand aforementioned past',
  following: 'following next below rest after remaining remainder subsequent afterwards after_that onward onwards',
  instruction:
    'instruction* directive* direction directions guidance command commands commanded order orders ordered briefing guidelines guideline setup configuration config',
  rule: 'rule rules restriction* policy policies limit limits limitation* constraint* filter filters filtering safety safeguard* guardrail* censorship moderation ethic* moral* boundaries programming protocols regulation* prohibition*',
  system: 'system sys',
  prompt: 'prompt prompts preprompt metaprompt system_message hidden_message',
  reveal:
    'reveal* show shows showing print prints printing output outputs display disclos* leak leaks leaking expose* dump divulg* share unveil* uncover list recite give_me hand_over spill tell_me let_me_see give_away',
  say: 'say says saying write type state utter shout announce',
  repeat:
    'summarise summarize repeat* echo copy quote reiterat* restate reprint paste reproduce rewrite rephrase paraphras* recap',
  exact:
    'exact* verbatim word_for_word literal* precise* as_is character_by_character unchanged letter_for_letter in_full',
  secret:
    'key keys secret* password* passphrase* passcode* credential* confidential* api_key apikey private token hidden code_word codeword pin access_code access_key keyword flag classified magic_word undisclosed',
  tell: 'tell tells inform explain describe mention confess admit',
  pretend:
    'pretend* act_as acting_as roleplay* role_play* role_playing simulat* imagine imagining imagin* impersonat* behave_as behave_like play_the_role play_the_part emulat* suppose hypothetical* assume mimic let_us_pretend picture_yourself act_like',
  become: 'you_are_now you_will_be become becoming turn_into transform* you_are_no_longer no_longer_an',
  role: 'role persona personas character characters identity alter_ego personality twin evil jailbroken jailbreak* sidekick villain',
  new: 'new updated update replacement different instead revised actual real true latest',
  now: 'now from_now_on henceforth starting_now immediately from_here_on right_now going_forward at_once',
  free: 'unrestricted uncensored unfiltered unlimited without_any_restriction* without_restriction* no_restriction* no_limits no_rules no_filter* freed free_from unbound unshackled liberated do_anything anything_goes without_limits no_limitations without_filter* no_longer_bound unhinged amoral unconstrained broken_free break_free',
  fiction:
    'story stories fiction* hypothetical scenario novel movie film screenplay play script poem song fairy_tale dream imaginary universe world tale chapter dialogue scene limerick haiku narrator',
  you: 'you yourself ya',
  your: 'your yours ur',
  initial: 'initial* original* first beginning start started starts starting top outset opening very_first',
  not: 'not never dont do_not cannot cant wont mustnt without nothing none no refrain avoid shouldnt isnt arent',
  told: 'told given received provided instructed programmed trained entrusted supplied assigned configured designed set_up were_asked taught loaded fed',
  model:
    'ai assistant* chatbot* bot bots language_model llm model gpt* chatgpt openai claude gemini llama virtual_assistant machine agent agents copilot bard neural_network',
  encode:
    'base64 base_64 rot13 rot_13 encode* encoding encrypt* decod* decrypt* backward backwards revers* spell spelled spelling acrostic cipher* caesar morse hex hexadecimal binary ascii leet leetspeak emoji emojis pig_latin anagram scrambl* unscrambl* concatenat* join_the combine_the ebcdic unicode vowels consonants letters_of substitut* token_by_token',
  hint: 'hint hints clue clues rhyme* rhyming starts_with begins_with ends_with riddle* first_letter* last_letter* synonym* characters_long how_many_letters how_many_characters how_long_is guess guessing describe_it allude partial definition_of first_word first_character*',
  text: 'text message messages sentence sentences words word conversation context content input document paragraph line lines data transcript chat_history history everything_above phrase string discussion document',
  send: 'send sends sent post upload email emails forward transmit url link http https webhook curl fetch exfiltrate image markdown deliver submit append',
  authority:
    'admin* administrator* developer* owner creator* authorized authorised authoriz* authoris* permission* root superuser sudo engineer staff manager boss ceo verified clearance supervisor maintainer security_team audit auditor auditing auditors override_code privileged programmer founder police',
  urgent:
    'urgent* emergency please critical* life dying death danger dangerous_situation save_me beg begging important* grandma grandmother mother job fired deadline asap lives otherwise_i desperate* stake hostage trust_me i_promise matter_of_life',
  stop: 'stop end ended halt cease quit finish terminate break interrupt over done pause',
  task: 'task tasks job_is work request requests objective purpose mission goal session topic duty',
  all: 'all any every everything anything entire whole each full complete completely everyone always fully',
  answer: 'answer answers answering respond* response responses reply replies replying comply react',
  translate: 'translat*',
  mode: 'mode modes enable enabled activate* activation unlock* switch enter disabled disable deactivate turn_off turned_off toggle override_mode god_mode shutdown boot reboot reset restart initiate initialize',
  obey: 'obey* must comply complies follow follows adhere* required mandatory have_to shall accept agree has_to need_to should bound strictly',
  harm: 'illegal* harmful unethical immoral offensive dangerous explicit nsfw inappropriate hack* exploit malicious malware bomb weapon* drug drugs kill murder virus profanity swear curse vulgar racist meth poison toxic hateful violent violence crime criminal steal attack',
  allow: 'allow allows allowed can able permit permits permitted may free_to freely authorized_to capable',
  refuse:
    'refus* decline* apologi* warning warnings warn disclaimer* sorry i_cant object objection* restrict restricted prevent prevents prevented blocked forbid* prohibit* censor* deny denied forbidden banned not_allowed hesitat* lecture lecturing moralize protect*',
  if: 'if when whenever unless once otherwise',
  know: 'know knows known remember* recall* memory memorize* aware knowledge keep_in_mind learned stored',
  question:
    'question questions ask asks asked asking query queries what_is whats what_was what_were what_are which who what',
  game: 'game games play playing lets_play puzzle quiz challenge win loses winner points charades crossword round',
  test: 'test tests testing debug debugging diagnostic* maintenance verification verify check simulation experiment research troubleshoot* developer_mode qa evaluation red_team inspection validate',
  only: 'only just simply nothing_else solely exclusively merely nothing_more',
}
